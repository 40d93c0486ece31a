"""What the submission's Python files say; they are read, never run."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def assigned_names(path: str, source: str) -> Iterator[tuple[str, int]]:
    """The names that a Python file assigns to, anywhere, and the lines."""
    try:
        tree = ast.parse(source) if path.endswith(".py") else ast.Module([], [])
    except SyntaxError, ValueError, RecursionError:
        return  # it does not start either, and that is what there is to say
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
