"""Find code by its form: a pattern is Python in which `_` stands for any expression.

`_.filter(...)` is any call of a method `filter`; `...` stands for any arguments, or for any body:
`for _ in _: ...`. A pattern that is no Python is looked for as it stands, in files that are no Python.
The submission is only read, never run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from harness.report import Place

from .request import Files
from .syntax import Unread, parse


def first_match(pattern: str, files: Files) -> Place | None:
    """Where the pattern occurs first, in the order of the files."""
    for path, text in files.items():
        line = _line_in_python(pattern, text) if path.endswith(".py") else _line_in(pattern, text)
        if line:
            return Place(path, line, "")
    return None


def _line_in(pattern: str, text: str) -> int | None:
    before, found, _ = text.partition(pattern)
    return before.count("\n") + 1 if found else None


def _line_in_python(pattern: str, text: str) -> int | None:
    try:
        wanted = ast.parse(pattern).body[0]
        nodes = list(ast.walk(parse(text)))
    except Unread, SyntaxError, IndexError:
        return None
    target = wanted.value if isinstance(wanted, ast.Expr) else wanted
    lines = (
        node.lineno
        for node in nodes
        if isinstance(node, (ast.expr, ast.stmt)) and _same(target, node)
    )
    return min(lines, default=None)


def _same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, ast.Name) and wanted.id == "_" and isinstance(found, ast.expr):
        return True
    if isinstance(wanted, ast.Call) and isinstance(found, ast.Call):
        return _same(wanted.func, found.func) and _same_arguments(wanted, found)
    if isinstance(wanted, ast.AST):
        return type(wanted) is type(found) and all(
            _same(getattr(wanted, name, None), getattr(found, name, None))
            for name in _compared(wanted)
        )
    if isinstance(wanted, list):
        if _is_rest(wanted):
            return True
        return (
            isinstance(found, list)
            and len(wanted) == len(found)
            and all(_same(one, other) for one, other in zip(wanted, found, strict=True))
        )
    return wanted == found


def _same_arguments(wanted: ast.Call, found: ast.Call) -> bool:
    """`...` at the end of the pattern's arguments lets others follow, and any keywords."""
    given = wanted.args
    if given and _is_ellipsis(given[-1]):
        given = given[:-1]
        if len(found.args) < len(given):
            return False
        named = {each.arg: each.value for each in found.keywords}
        return all(map(_same, given, found.args, strict=False)) and all(
            each.arg in named and _same(each.value, named[each.arg]) for each in wanted.keywords
        )
    return _same(given, found.args) and _same(wanted.keywords, found.keywords)


def _compared(node: ast.AST) -> Iterator[str]:
    return (name for name in node._fields if name not in ("ctx", "type_comment", "kind"))


def _is_rest(nodes: list[Any]) -> bool:
    return len(nodes) == 1 and isinstance(nodes[0], ast.Expr) and _is_ellipsis(nodes[0].value)


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...
