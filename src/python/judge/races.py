"""`expect.race`: two callers of one function, interleaved at every query of the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harness.exhibits import Exhibit
from harness.report import Place
from harness.request import Seed

from .race_exhibit import race_exhibit
from .request import Probe
from .ruling import Failed, Outcome, Passed, Ruling, Subject
from .turns import Claims, Turn

_LOCKS = (
    " SQLite has no row locks and leaves `FOR UPDATE` out: here, its write lock stood in for them."
)
# By position or by name, such as JSON has.
type Arguments = list[Any] | dict[str, Any]
_MALFORMED = (TypeError, LookupError, AttributeError, ValueError, ArithmeticError)


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
        shown: list[Exhibit] = [race_exhibit(claims.shown(), self.name, holds=True)]
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
            exhibits=[race_exhibit(turn, self.name, holds=False)],
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
