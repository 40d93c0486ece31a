"""Code with a caret in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """The text of a file, which may be unfinished, and where in it somebody is."""

    path: str
    text: str
    # In characters from the beginning.
    caret: int

    @property
    def line(self) -> int:
        """1-based, as `ast` counts."""
        return self.text.count("\n", 0, self.caret) + 1

    @property
    def column(self) -> int:
        """0-based, in characters."""
        return self.caret - (self.text.rfind("\n", 0, self.caret) + 1)

    @property
    def module(self) -> str:
        """The dotted name of the module that the file is."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
