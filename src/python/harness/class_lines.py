"""Where classes, and what is assigned in them, stand in the learner's files."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .request import Files


def class_lines(module: str, sources: Files) -> dict[str, tuple[str, int]]:
    """File and line of `Order`, `Order.total` and `Order.Meta.ordering`, for a module's classes."""
    stem = module.replace(".", "/")
    path = next((each for each in (f"{stem}.py", f"{stem}/__init__.py") if each in sources), None)
    if path is None:
        return {}
    try:
        tree = ast.parse(sources[path])
    except SyntaxError, ValueError:
        return {}
    return {name: (path, line) for name, line in _lines(tree, "")}


def _lines(parent: ast.AST, prefix: str) -> Iterator[tuple[str, int]]:
    for node in getattr(parent, "body", ()):
        if isinstance(node, ast.ClassDef):
            yield prefix + node.name, node.lineno
            yield from _lines(node, f"{prefix}{node.name}.")
        elif isinstance(node, ast.Assign) and prefix:
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield prefix + target.id, node.lineno
        elif isinstance(node, ast.AnnAssign) and prefix and isinstance(node.target, ast.Name):
            yield prefix + node.target.id, node.lineno
