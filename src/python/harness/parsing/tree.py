"""What a file says, as plain data, and on which line it says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

type Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of syntax."""

    file: str
    line: int
    message: str


@dataclass(slots=True)
class Tree:
    """A parsed file. With faults, the data is what could be read before them, or None."""

    file: str
    data: Any = None
    # Lines, from 1, by path: of a key where it stands, of an item of a list where it begins.
    lines: dict[Path, int] = field(default_factory=dict[Path, int])
    faults: list[Fault] = field(default_factory=list[Fault])

    def get(self, *path: str | int, default: Any = None) -> Any:
        """What stands at a path, or the default."""
        found = self.data
        for step in path:
            try:
                found = found[step]
            except KeyError, IndexError, TypeError:
                return default
        return found

    def line(self, *path: str | int) -> int | None:
        """The line of a path, or of the nearest that encloses it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return None

    def fault(self, line: int, message: str) -> None:
        """Note an error of syntax."""
        self.faults.append(Fault(self.file, line, message))
