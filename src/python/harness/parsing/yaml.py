"""YAML 1.2, as compose files and workflows are: `on` and `yes` are words, not booleans."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .tree import Path, Tree


def read(tree: Tree, text: str) -> None:
    """Mappings become dicts with their merges applied, sequences lists."""
    try:
        tree.data = _plain(YAML(typ="rt", pure=True).load(text), (), tree)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # A duplicate key is told in several lines, of which the first says it.
        problem = str(error.problem or error.context).splitlines()[0]
        tree.fault(mark.line + 1 if mark else 1, problem)
    except YAMLError as error:
        tree.fault(1, str(error).splitlines()[0])


def _plain(value: Any, path: Path, tree: Tree) -> Any:
    if isinstance(value, CommentedMap):
        for key in value:
            # What a merge brought has no place of its own; with nothing else, there are no places at all.
            if key in (value.lc.data or {}):
                tree.lines[(*path, key)] = value.lc.key(key)[0] + 1
        return {key: _plain(each, (*path, key), tree) for key, each in value.items()}
    if isinstance(value, CommentedSeq):
        for at in range(len(value)):
            tree.lines[(*path, at)] = value.lc.item(at)[0] + 1
        return [_plain(each, (*path, at), tree) for at, each in enumerate(value)]
    # Scalars remember how they were written: take what they are.
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value
