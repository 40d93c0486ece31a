"""TOML, with the lines that `tomllib` passes by."""

from __future__ import annotations

import tomllib
from collections.abc import Generator
from contextlib import contextmanager
from tomllib import _parser  # type: ignore[attr-defined]
from typing import Any
from unittest import mock

from .tree import Path, Tree


def read(tree: Tree, text: str) -> None:
    """As `tomllib` reads it; keys of inline tables and items of arrays have no lines of their own."""
    try:
        with _noting(tree):
            tree.data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        tree.fault(error.lineno, error.msg)


@contextmanager
def _noting(tree: Tree) -> Generator[None]:
    """Note where the parser is when it reads a key or a header."""
    parser: Any = _parser
    rules = {
        "key": parser.key_value_rule,
        "table": parser.create_dict_rule,
        "array": parser.create_list_rule,
    }

    def key_value_rule(src: str, pos: int, out: Any, header: Any, *rest: Any) -> Any:
        _, key = parser.parse_key(src, pos)
        end = rules["key"](src, pos, out, header, *rest)
        _note(tree, src, pos, _place(out.data.dict, (*header, *key)))
        return end

    def header_rule(kind: str) -> Any:
        def rule(src: str, pos: int, out: Any) -> Any:
            end, key = rules[kind](src, pos, out)
            _note(tree, src, pos, _place(out.data.dict, key, whole=True))
            return end, key

        return rule

    with mock.patch.multiple(
        parser,
        key_value_rule=key_value_rule,
        create_dict_rule=header_rule("table"),
        create_list_rule=header_rule("array"),
    ):
        yield


def _note(tree: Tree, src: str, pos: int, path: Path) -> None:
    line = src.count("\n", 0, pos) + 1
    for size in range(1, len(path) + 1):
        tree.lines.setdefault(path[:size], line)


def _place(root: Any, key: tuple[str, ...], whole: bool = False) -> Path:
    """The path of a key, with the index where it leads through the last table of an array."""
    path: list[Any] = []
    data: Any = root
    for at, name in enumerate(key):
        path.append(name)
        found: Any = data[name]
        inside = isinstance(found, list) and (whole or at < len(key) - 1)
        if inside:
            path.append(len(found) - 1)
        data = found[-1] if inside else found
    return tuple(path)
