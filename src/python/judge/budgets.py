"""Requirements on the number of queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from harness.report import Measured, Place, Report

from .ruling import Failed, Outcome, Passed, Ruling


@dataclass(frozen=True, slots=True)
class AtMostQueries:
    """No more queries than this, at any of the sizes."""

    title: str
    name: str
    sizes: list[str]
    at_most: int

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        worst = max(range(len(outcomes)), key=lambda number: outcomes[number].queries)
        got, size = outcomes[worst].queries, self.sizes[worst]
        measured = Measured(got, self.at_most, "queries")
        if got <= self.at_most:
            message = f"{counted(got)} with {size}; {passing(self.at_most)}."
            return Passed(message, f"{counted(got)}, passed.", measured)
        message = f"`{self.name}` used {counted(got)} with {size}; {passing(self.at_most)}."
        place, words = busiest(outcomes[worst].mine.claim.report)
        return Failed(
            message + words,
            f"Almost: {counted(got)}, the target is {self.at_most}.",
            place,
            measured,
            shown=worst,
        )


@dataclass(frozen=True, slots=True)
class FlatQueries:
    """As many queries at the largest size as at the smallest."""

    title: str
    name: str
    sizes: list[str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        counts = [outcome.queries for outcome in outcomes]
        slope = ", ".join(
            f"{counted(count)} with {size}" for count, size in zip(counts, self.sizes, strict=True)
        )
        fewest, most = min(counts), max(counts)
        measured = Measured(most, fewest, "queries")
        if most == fewest:
            return Passed(f"{slope}.", f"{counted(most)} at every size, passed.", measured)
        worst = counts.index(most)
        place, words = busiest(outcomes[worst].mine.claim.report)
        return Failed(
            f"`{self.name}` used {slope}.{words}",
            f"Almost: the queries grow with the data, from {fewest:,} to {most:,}.",
            place,
            measured,
            shown=worst,
        )


def busiest(report: Report) -> tuple[Place | None, str]:
    """The learner's line that fired most queries, and a sentence about it."""
    places = Counter(
        (query.stack[0].file, query.stack[0].line, query.stack[0].scope)
        for query in report.queries
        if query.stack
    )
    if not places:
        return None, ""
    ((place, fired),) = places.most_common(1)
    found = Place(*place)
    come = "comes" if fired == 1 else "come"
    return found, f" {fired:,} of them {come} from line {found.line} of {found.file}."


def passing(at_most: int) -> str:
    """`at most 1 passes`, `at most 3 pass`."""
    return f"at most {at_most:,} {'passes' if at_most == 1 else 'pass'}"


def counted(queries: int) -> str:
    """`1 query`, `1,200 queries`."""
    return "1 query" if queries == 1 else f"{queries:,} queries"
