"""`expect.race`: two callers of one function, interleaved at every query of the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from harness.report import Exhibit, Place, TableExhibit
from harness.request import Seed

from .request import Probe
from .ruling import Failed, Outcome, Passed, Ruling, Subject

_LOCKS = (
    " SQLite has no row locks and leaves `FOR UPDATE` out: here, its write lock stood in for them."
)
# By position or by name, such as JSON has.
type Arguments = list[Any] | dict[str, Any]
_MALFORMED = (TypeError, LookupError, AttributeError, ValueError, ArithmeticError)


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

    def exhibit(self) -> Exhibit:
        """Who did what, step by step."""
        rows = [[str(each[key]) for key in ("session", "sql", "effect")] for each in self.steps]
        return TableExhibit("Two callers, step by step", ["caller", "SQL", "what came of it"], rows)


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


@dataclass(frozen=True, slots=True)
class Always:
    """A condition that holds in every interleaving; the author's, or that it is as if in sequence."""

    title: str
    name: str
    may_raise: Sequence[str]
    # The author's, on a turn; None for the other.
    condition: Callable[[Turn], bool | str] | None

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        try:
            claims = Claims.read(outcomes[0].mine.claim.facts)
            for turn in claims.turns:
                if failed := self._unexpected(turn) or self._broken(turn, claims):
                    return failed
        except _MALFORMED:
            return Failed(
                f"`{self.name}` was called twice. What came back has another form than expected.",
                "Not yet: the calls did not come to an end that can be judged.",
            )
        count = len(claims.turns)
        message = f"B called in each of {count:,} places of A's call, and it always held."
        shown = [claims.shown().exhibit()]
        return Passed(message + (_LOCKS if claims.locks else ""), exhibits=shown)

    def _unexpected(self, turn: Turn) -> Failed | None:
        for name, caller in (("A", turn.a), ("B", turn.b)):
            if caller.raised and caller.raised not in self.may_raise:
                return self._failed(
                    turn,
                    f"Caller {name} got {caller.raised}: {caller.message}.",
                    caller.place,
                )
        return None

    def _broken(self, turn: Turn, claims: Claims) -> Failed | None:
        if self.condition:
            verdict = self.condition(turn)
            if verdict is True:
                return None
            words = verdict if isinstance(verdict, str) else "That must not happen."
            return self._failed(turn, words, None)
        serial = [claims.turns[0].outcome, claims.turns[-1].outcome]
        if turn.outcome in serial:
            return None
        return self._failed(
            turn,
            f"That left {turn.state!r}. One after the other, they would have left"
            f" {claims.turns[-1].state!r}.",
            None,
        )

    def _failed(self, turn: Turn, words: str, place: Place | None) -> Failed:
        if place is None and turn.before and turn.before["file"]:
            place = Place(str(turn.before["file"]), int(turn.before["line"]), "")
        return Failed(
            f"Two callers, A and B, called `{self.name}` at once. {turn.told()} {words}",
            "Not yet: two callers at once get in each other's way.",
            place,
            exhibits=[turn.exhibit()],
        )


class Race(Subject):
    """The two calls of one function."""

    def __init__(
        self,
        function: str,
        callers: tuple[Arguments, Arguments],
        seed: Seed,
        support: Mapping[str, str | None],
        may_raise: Sequence[str],
        shows: Sequence[str],
    ) -> None:
        module, _, name = function.partition(":")
        self.name = f"{name}()"
        self._may_raise = may_raise
        params = {
            "module": module,
            "function": name,
            "first": callers[0],
            "second": callers[1],
            "size": seed.size,
            "number": seed.number,
            "shows": list(shows),
            **support,
        }
        super().__init__([Probe("race", params)], [], [f"Two callers called `{self.name}` at once"])

    def that(self, title: str, condition: Callable[[Turn], bool | str]) -> None:
        """Demand a condition on every interleaving: True, or a sentence that says what is wrong."""
        self.requirements.append(Always(title, self.name, self._may_raise, condition))

    def as_if_one_after_the_other(
        self, title: str = "Two callers at once leave what two in a row would leave"
    ) -> None:
        """Demand that every interleaving ends as if A had come before B, or B before A."""
        self.requirements.append(Always(title, self.name, self._may_raise, None))


def _short(sql: str) -> str:
    return sql if len(sql) <= 120 else sql[:119] + "…"
