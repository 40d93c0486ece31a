"""Rules on transactions: how many rows a migration changes in each, and what a stopped one leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from harness.report import Measured

from .migration_rules import Look, Unfinished, step_of
from .ruling import Failed, Passed, Ruling
from .sights import place_of


def batches(name: str, at_most: int) -> Look:
    """No transaction of that migration changes more rows than this."""

    def look(seen: Any) -> Ruling:
        changed = list(changed_rows(step_of(seen, name)["log"]))
        most = max(changed, default=0)
        measured = Measured(most, at_most, "rows")
        if most <= at_most:
            count = sum(1 for each in changed if each)
            noun = "transaction" if count == 1 else "transactions"
            return Passed(
                f"`{name}` took {count} {noun}, of {most:,} rows at most.", measured=measured
            )
        return Failed(
            f"`{name}` changed {most:,} rows in one transaction; at most {at_most:,} pass. They all stay "
            "locked until it ends.",
            f"Almost: {most:,} rows in one transaction, the target is {at_most:,}.",
            place_of(seen, f"{name}.Migration"),
            measured,
        )

    return look


def changed_rows(log: list[tuple[str | None, int]]) -> Iterator[int]:
    """Rows that each transaction changed; a statement outside of one is a transaction of its own.

    What Django notes about its own progress does not count.
    """
    within: int | None = None
    for (sql, before), (_, after) in pairwise(log):
        words = (sql or "").upper().rstrip(";").split()
        changed = 0 if "django_migrations" in (sql or "") else after - before
        if words[:1] == ["BEGIN"]:
            within = 0
        elif words[:1] in (["COMMIT"], ["END"]):
            yield within or 0
            within = None
        elif words == ["ROLLBACK"]:
            within = None
        elif within is None:
            yield changed
        else:
            within += changed
    yield within or 0


def resumes(name: str, model: str, done: Callable[[dict[str, Any]], bool]) -> Look:
    """Stopped half way, the migration has kept some of its work; run again, it finishes it."""

    def look(seen: Any) -> Ruling:
        killed = seen["run"]["killed"]
        if killed is None or not killed["stopped"]:
            raise Unfinished(f"`{name}` was to be stopped half way, and never wrote that much.")
        at = place_of(seen, f"{name}.Migration")
        rows = killed["rows"][model]
        kept = sum(1 for row in rows if done(row))
        if not kept:
            return Failed(
                f"`{name}` was stopped half way, and nothing that it had done was kept.",
                "Not yet: a backfill that is stopped has to start from nothing.",
                at,
            )
        resumed = killed["resumed"]
        if error := resumed["error"]:
            return Failed(
                f"`{name}` was stopped half way; started again, it raised {error['type']}: "
                f"{error['message']}",
                "Not yet: a backfill that was stopped cannot go on.",
                at,
            )
        left = sum(1 for row in resumed["rows"][model] if not done(row))
        if left:
            return Failed(
                f"`{name}` was stopped half way; started again, it left {left:,} rows as they were.",
                "Not yet: a backfill that was stopped does not finish.",
                at,
            )
        return Passed(f"Stopped after {kept:,} of {len(rows):,} rows, it went on and finished.")

    return look
