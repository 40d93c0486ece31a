"""`.dockerignore`: a list of patterns."""

from __future__ import annotations

from .tree import Tree


def read(tree: Tree, text: str) -> None:
    """The patterns in their order, without comments; `!` at the beginning stays."""
    tree.data = []
    for number, line in enumerate(text.splitlines(), 1):
        pattern = line.strip()
        if pattern and not pattern.startswith("#"):
            tree.lines[(len(tree.data),)] = number
            tree.data.append(pattern)
