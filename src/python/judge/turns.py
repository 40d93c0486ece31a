"""What a race claims: each interleaving, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from harness.report import Place


@dataclass(frozen=True, slots=True)
class Caller:
    """What one of the two got."""

    returned: Any
    # The name of the error's type; None when there was none.
    raised: str | None
    message: str
    place: Place | None

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        raised = data["raised"]
        if raised is None:
            return cls(data["returned"], None, "", None)
        file, line = raised["file"], raised["line"]
        place = Place(str(file), int(line), str(raised["scope"])) if file else None
        return cls(None, str(raised["type"]), str(raised["message"]), place)


@dataclass(frozen=True, slots=True)
class Turn:
    """One interleaving: B ran to its end before one of A's queries, or after A."""

    a: Caller
    b: Caller
    # What the author's function read from the database afterwards.
    state: Any
    # A's query that B came before; None when B came after A.
    before: Mapping[str, Any] | None
    waited: bool
    steps: list[Mapping[str, Any]]

    @property
    def outcome(self) -> Any:
        """What can be compared with other interleavings."""
        return (self.a.returned, self.a.raised, self.b.returned, self.b.raised, self.state)

    @property
    def winners(self) -> int:
        """How many of the two got no error."""
        return (self.a.raised is None) + (self.b.raised is None)

    def told(self) -> str:
        """When B came, as a sentence."""
        if self.before is None:
            return "B called after A had finished."
        place = f" (line {self.before['line']} of {self.before['file']})"
        return f"B called just before A's `{_short(str(self.before['sql']))}`{place}."


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a race claims."""

    turns: list[Turn]
    locks: bool

    @classmethod
    def read(cls, facts: Mapping[str, Any]) -> Self:
        turns = [
            Turn(
                Caller.read(each["a"]),
                Caller.read(each["b"]),
                each["state"],
                None if each["last"] else dict(each["place"]),
                bool(each["waited"]),
                [dict(step) for step in each["steps"]],
            )
            for each in facts["runs"]
        ]
        if not turns or turns[-1].before is not None:
            raise ValueError("the last caller never came")
        return cls(turns, bool(facts["locks"]))

    def shown(self) -> Turn:
        """The interleaving that tells most: the last in which B came in between."""
        return self.turns[-2] if len(self.turns) > 1 else self.turns[-1]


def _short(sql: str) -> str:
    return sql if len(sql) <= 120 else sql[:119] + "…"
