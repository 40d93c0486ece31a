"""Python settings, read and never run: what a module assigns at its top."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from .tree import Tree


@dataclass(frozen=True, slots=True)
class Expression:
    """Something that only running it would tell."""

    source: str


def read(tree: Tree, text: str) -> None:
    """Value by name; of dicts, lists and tuples the inside too. The last assignment of a name counts."""
    try:
        module = ast.parse(text)
    except SyntaxError as error:
        tree.fault(error.lineno or 1, error.msg)
        return
    tree.data = {}
    for statement in module.body:
        targets: list[ast.expr] = []
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and statement.value:
            targets = [statement.target]
        for target in targets:
            if isinstance(target, ast.Name) and isinstance(statement, (ast.Assign, ast.AnnAssign)):
                tree.lines = {
                    path: line for path, line in tree.lines.items() if path[0] != target.id
                }
                tree.lines[(target.id,)] = statement.lineno
                assert statement.value is not None
                tree.data[target.id] = _value(statement.value, (target.id,), tree)


def _value(node: ast.expr, path: tuple[Any, ...], tree: Tree) -> Any:
    if isinstance(node, ast.Dict):
        made: dict[Any, Any] = {}
        for key, value in zip(node.keys, node.values, strict=True):
            name: Any = _value(key, path, tree) if key else Expression(f"**{ast.unparse(value)}")
            tree.lines[(*path, name)] = (key or value).lineno
            made[name] = _value(value, (*path, name), tree)
        return made
    if isinstance(node, (ast.List, ast.Tuple)):
        items: list[Any] = []
        for at, each in enumerate(node.elts):
            tree.lines[(*path, at)] = each.lineno
            items.append(_value(each, (*path, at), tree))
        return items
    try:
        return ast.literal_eval(node)
    except ValueError:
        return Expression(ast.unparse(node))
