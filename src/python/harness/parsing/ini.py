"""INI files, as `configparser` reads them: sections of keys, all of them text."""

from __future__ import annotations

import configparser
import io
from collections.abc import Iterator
from typing import Any

from .tree import Tree


class _Lines:
    """The lines of a text, and the number of the last one that was taken."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        for line in io.StringIO(self.text):
            self.number += 1
            yield line


def read(tree: Tree, text: str) -> None:
    """Section by name, then value by key; `%` stands for itself."""
    lines = _Lines(text)

    class Section(dict[str, Any]):
        """Knows on which line a key came."""

        def __setitem__(self, key: str, value: Any) -> None:
            noted.setdefault((id(self), key), lines.number)
            super().__setitem__(key, value)

    noted: dict[tuple[int, str], int] = {}
    parser = configparser.RawConfigParser(dict_type=Section, allow_no_value=True)
    parser.optionxform = str  # type: ignore[assignment]
    try:
        parser.read_file(lines, tree.file)
    except configparser.MissingSectionHeaderError as error:
        tree.fault(error.lineno, "there is no section header before this")
    except configparser.ParsingError as error:
        for line, source in error.errors:
            tree.fault(line, f"not understood: {source}")
    except configparser.Error as error:
        tree.fault(getattr(error, "lineno", None) or lines.number, error.message.splitlines()[0])
    private: Any = parser
    sections: dict[str, Any] = private._sections
    tree.data = {name: dict(parser.items(name)) for name in sections}
    for name, section in sections.items():
        tree.lines[(name,)] = noted[(id(sections), name)]
        for key in section:
            tree.lines[(name, key)] = noted[(id(section), key)]
