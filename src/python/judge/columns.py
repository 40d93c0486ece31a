"""Requirements on what the queries fetch: which columns, how many, how many rows."""

from __future__ import annotations

from dataclasses import dataclass

from harness.plain import Mapping, Sequence
from harness.report import Measured

from .budgets import passing
from .prepared import Unreadable
from .ruling import Failed, Outcome, Passed, Ruling
from .statements import database_of, distinct, fetching, line_of, place_of, unreadable, unseen


@dataclass(frozen=True, slots=True)
class NeverReads:
    """No query reads this column, for whatever purpose."""

    title: str
    name: str
    sizes: list[str]
    column: str

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        for number, outcome in enumerate(outcomes):
            database = database_of(outcome)
            for sql, query in distinct(outcome.mine.claim.report):
                try:
                    read = database.columns_read(sql, query.params)
                except Unreadable as reason:
                    return unreadable(self.name, sql, reason, number)
                if self.column in read:
                    message = f"`{self.name}` was called with {self.sizes[number]}, and"
                    return Failed(
                        f"{message} a query reads `{self.column}`{line_of(query)}.",
                        f"Not yet: `{self.column}` is still read.",
                        place_of(query),
                        shown=number,
                    )
            if ruling := unseen(self.name, outcome, number):
                return ruling
        return Passed(f"`{self.name}` never reads `{self.column}`.")


@dataclass(frozen=True, slots=True)
class NarrowRows:
    """No query returns rows with more columns than this."""

    title: str
    name: str
    at_most: int

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        widest = 0
        for number, outcome in enumerate(outcomes):
            database = database_of(outcome)
            for sql, query in distinct(outcome.mine.claim.report):
                try:
                    width = database.columns_returned(sql, query.params)
                except Unreadable as reason:
                    return unreadable(self.name, sql, reason, number)
                widest = max(widest, width)
                if width > self.at_most:
                    measured = Measured(width, self.at_most, "columns")
                    return Failed(
                        f"A query of `{self.name}` fetches {width} columns{line_of(query)};"
                        f" {passing(self.at_most)}.",
                        f"Almost: {width} columns, the target is {self.at_most}.",
                        place_of(query),
                        measured,
                        shown=number,
                    )
            if ruling := unseen(self.name, outcome, number):
                return ruling
        measured = Measured(widest, self.at_most, "columns")
        return Passed(f"No query fetches more than {widest} columns.", measured=measured)


@dataclass(frozen=True, slots=True)
class FewRows:
    """All queries together fetch no more rows than this, at each size."""

    title: str
    name: str
    sizes: list[str]
    # None: as many as the result has.
    at_most: list[int] | None

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        told: list[str] = []
        for number, outcome in enumerate(outcomes):
            report = outcome.mine.claim.report
            queries = list(fetching(report))
            got = sum(query.rows or 0 for query in queries)
            most = self.at_most[number] if self.at_most else _length(outcome)
            if got > most:
                greatest = max(queries, key=lambda query: query.rows or 0)
                return Failed(
                    f"`{self.name}` fetched {_counted(got)} with {self.sizes[number]};"
                    f" {passing(most)}. {greatest.rows:,} of them come"
                    f"{line_of(greatest) or ' from one query'}.",
                    f"Almost: {_counted(got)} fetched, the target is {most:,}.",
                    place_of(greatest),
                    Measured(got, most, "rows"),
                    shown=number,
                )
            if ruling := unseen(self.name, outcome, number):
                return ruling
            told.append(f"{_counted(got)} with {self.sizes[number]}")
        return Passed(f"Fetched {', '.join(told)}.")


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"


def _length(outcome: Outcome) -> int:
    """How many rows the result has; that they are right is another requirement's business."""
    value = outcome.mine.claim.value
    return len(value.items) if isinstance(value, (Sequence, Mapping)) else 1
