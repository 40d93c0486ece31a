"""Requirements on how the database finds its rows."""

from __future__ import annotations

from dataclasses import dataclass

from harness.exhibits import CodeExhibit

from .prepared import Unreadable, names_of
from .ruling import Failed, Outcome, Passed, Ruling
from .statements import database_of, distinct, line_of, place_of, unreadable, unseen


@dataclass(frozen=True, slots=True)
class Plan:
    """How SQLite finds the rows of a table: by `EXPLAIN QUERY PLAN`, for each query that reads it.

    It must not scan the table, not sort when `sorts` is False, and take an index when one is named.
    """

    title: str
    name: str
    table: str
    index: str | None
    sorts: bool

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        plans: list[str] = []
        for number, outcome in enumerate(outcomes):
            database = database_of(outcome)
            found = False
            for sql, query in distinct(outcome.mine.claim.report):
                try:
                    steps = database.plan(sql, query.params)
                except Unreadable as reason:
                    return unreadable(self.name, sql, reason, number)
                mine = _steps_of(names_of(self.table, sql), steps)
                if not mine:
                    continue
                found = True
                plan = "\n".join(steps)
                if plan not in plans:
                    plans.append(plan)
                if problem := self._problem(mine, steps):
                    return Failed(
                        f"{problem} The query is fired{line_of(query) or ' by Django'}.",
                        "Not yet: the database still does more than it should.",
                        place_of(query),
                        exhibits=[CodeExhibit("EXPLAIN QUERY PLAN", "text", plan)],
                        shown=number,
                    )
            if ruling := unseen(self.name, outcome, number):
                return ruling
            if not found:
                return Failed(
                    f"`{self.name}` sent no query that reads `{self.table}`.",
                    f"Not yet: `{self.table}` is not asked.",
                    shown=number,
                )
        exhibit = CodeExhibit("EXPLAIN QUERY PLAN", "text", "\n\n".join(plans))
        return Passed(f"The plan says: {plans[-1].splitlines()[0]}.", exhibits=[exhibit])

    def _problem(self, mine: list[str], steps: list[str]) -> str | None:
        for step in mine:
            if step.startswith("SCAN"):
                return f"SQLite reads `{self.table}` from end to end: `{step}`."
            if self.index and not step.split(" (")[0].endswith(f"INDEX {self.index}"):
                return f"SQLite does not use the index `{self.index}`: `{step}`."
        sorting = next((step for step in steps if "TEMP B-TREE" in step), None)
        if sorting and not self.sorts:
            return f"SQLite has to sort what it finds: `{sorting}`."
        return None


def _steps_of(names: set[str], steps: list[str]) -> list[str]:
    return [
        step
        for step in steps
        if (words := step.split()) and words[0] in ("SCAN", "SEARCH") and words[1] in names
    ]
