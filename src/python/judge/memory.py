"""Requirements on how much memory a submission needs at once."""

from __future__ import annotations

from dataclasses import dataclass

from harness.exhibits import Exhibit, TableExhibit
from harness.report import Measured

from .ruling import Failed, Outcome, Passed, Ruling

# Below this, it is made of what every run needs, and says nothing about the data.
LEAST = 100_000


@dataclass(frozen=True, slots=True)
class FlatMemory:
    """The most that is held at once grows no more than so many times, from the least data to the most.

    What one submission held is compared with itself: how much a row takes depends on the Python,
    whether memory grows with the data does not.
    """

    title: str
    name: str
    sizes: list[str]
    at_most: float

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        held = [_memory(outcome) for outcome in outcomes]
        if not all(held):
            return Failed(
                f"`{self.name}` left no count of its memory.", "Not yet: no memory counted."
            )
        times = max(held) / max(min(held), LEAST)
        measured = Measured(round(times, 1), self.at_most, "times the memory")
        rows = [
            [size, f"{each / 1000:,.0f} kB"] for size, each in zip(self.sizes, held, strict=True)
        ]
        shown: list[Exhibit] = [TableExhibit("Memory in use", ["data", "at most"], rows)]
        if times <= self.at_most:
            return Passed(
                f"It held about the same with {' and with '.join(self.sizes)}.",
                measured=measured,
                exhibits=shown,
            )
        # No numbers of bytes in here: they are not quite the same each time.
        most, least = (self.sizes[held.index(each)] for each in (max(held), min(held)))
        return Failed(
            f"`{self.name}` held more than {self.at_most:g} times as much at once with {most}"
            f" as with {least}.",
            "Not yet: the memory grows with the data.",
            measured=measured,
            exhibits=shown,
            shown=held.index(max(held)),
        )


def _memory(outcome: Outcome) -> int:
    held = outcome.mine.claim.facts.get("memory")
    return held if type(held) is int and held > 0 else 0
