"""What the submission's Python files say; they are read, never run."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from harness.report import Place

from .request import Files
from .syntax import Unread, parse


def assigned_names(path: str, source: str) -> Iterator[tuple[str, int]]:
    """The names that a Python file assigns to, anywhere, and the lines, in order."""
    try:
        tree = parse(source) if path.endswith(".py") else ast.Module([], [])
    except Unread:
        return  # it does not start either, and that is what there is to say
    names = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    stored = [node for node in names if isinstance(node.ctx, ast.Store)]
    for node in sorted(stored, key=lambda node: node.lineno):
        yield node.id, node.lineno


def assigned_at(files: Files, module: str, name: str) -> Place | None:
    """Where a name gets its value: in this module, or else in the last file that assigns it."""
    found = [
        Place(path, line, "")
        for path, source in files.items()
        for assigned, line in assigned_names(path, source)
        if assigned == name
    ]
    own = [place for place in found if place.file == module.replace(".", "/") + ".py"]
    return next(iter([*reversed(own), *reversed(found)]), None)
