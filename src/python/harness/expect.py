"""The words of `checks.py`: what is called, on which data, and what must hold.

    def check(expect):
        report = expect.call("report:order_report", at=[(30, 4021), (120, 977)], of="orders")
        report.same_result_as_solution("Returns the same report")
        report.queries(at_most=2, title="Uses at most 2 queries")

Saying so only writes a plan down; the grader carries it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .request import Seed


@dataclass(frozen=True, slots=True)
class SameResult:
    """The call returns what the solution's returns."""

    title: str


@dataclass(frozen=True, slots=True)
class AtMostQueries:
    """The call uses no more queries than this, at any of the sizes."""

    title: str
    at_most: int


Requirement = SameResult | AtMostQueries


@dataclass(slots=True)
class Call:
    """A function of the learner's, the data that it is called on, and what must hold."""

    module: str
    function: str
    data: tuple[Seed, ...]
    # What the size of the data counts, for messages: "orders".
    of: str
    requirements: list[Requirement] = field(default_factory=list)

    def same_result_as_solution(self, title: str = "Returns the right result") -> None:
        """Demand the solution's own result on the same data, to the type of each value."""
        self.requirements.append(SameResult(title))

    def queries(self, *, at_most: int, title: str | None = None) -> None:
        """Demand a number of queries that holds at each size of the data."""
        noun = "query" if at_most == 1 else "queries"
        self.requirements.append(
            AtMostQueries(title or f"Uses at most {at_most} {noun}, at any size of data", at_most)
        )


class Expect:
    """What `check` receives."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def call(self, function: str, *, at: Sequence[tuple[int, int]], of: str = "rows") -> Call:
        """Call `module:function` once for each (size, seed) of `at`, on a database made from it."""
        module, _, name = function.partition(":")
        call = Call(module, name, tuple(Seed(size, number) for size, number in at), of)
        self.calls.append(call)
        return call
