"""`expect.migration`: the migrations of an app are read, run on rows, and written down as SQL.

    orders = expect.migration("orders", after="0001_initial", postgres=True)
    orders.rows("Order", [{"number": "A-1"}, {"number": "A-2"}])
    orders.no_drift()
    orders.runs("two orders")
    orders.keeps("Order", "number", title="No order changes its number")

The rows are put in with the models as they were after the migration `after`; then come all that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from harness.exhibits import Exhibit

from . import batch_rules, lock_rules, migration_rules, rehearsal_rules
from .migration_exhibit import migrations_exhibit
from .migration_rules import Look, told
from .request import Probe
from .ruling import Ruling, Skipped, Subject
from .sights import Sees

type Row = dict[str, Any]


class Migration(Subject):
    """One look at the migrations after a given one, and one rehearsal of them."""

    def __init__(self, app: str, after: str, run: bool, dialects: list[str]) -> None:
        self._app = app
        self._after = after
        self._rows: list[Row] = []
        self._late: list[Row] = []
        self._params: dict[str, Any] = {
            "app": app,
            "after": after,
            "run": run,
            "sql": dialects,
            "rows": self._rows,
            "late": self._late,
            "kill": None,
        }
        tried = f"The migrations of `{app}` were loaded"
        super().__init__([Probe("migrations", self._params, opened=False)], [], [tried])

    def rows(self, model: str, rows: Sequence[Row]) -> None:
        """Rows that are there before, of a model as it was then."""
        self._rows += [{"model": model, "values": values} for values in rows]

    def late_rows(
        self, model: str, rows: Sequence[Row], *, after: str, state: str | None = None
    ) -> None:
        """Rows that come in after a migration, from code with the models of `state`; the old ones if None."""
        self._late += [
            {"model": model, "values": values, "after": after, "state": state or self._after}
            for values in rows
        ]

    def no_drift(self, title: str = "The migrations say what the models say") -> None:
        """Demand that `makemigrations` would write nothing."""
        self._demand(title, migration_rules.no_drift(self._app))

    def operations(self, migration: str, wanted: Sequence[str], *, title: str) -> None:
        """Demand operations of these types, in this order."""
        self._demand(title, migration_rules.operations(migration, list(wanted)))

    def runs(self, of: str, title: str = "All migrations run on a table with rows") -> None:
        """Demand that they all run; `of` tells of the rows: "1,200 orders"."""
        self._demand(title, rehearsal_rules.runs(of))

    def keeps(self, model: str, *fields: str, title: str) -> None:
        """Demand that these columns are as they were."""
        self._demand(title, rehearsal_rules.keeps(model, list(fields)))

    def gives(
        self, model: str, expected: Callable[[Row], Row], *, title: str, after: str | None = None
    ) -> None:
        """Demand these values of each row, after that migration or after the last."""
        self._demand(title, rehearsal_rules.gives(model, expected, after))

    def undone(self, model: str, *, title: str, later: Callable[[Row], Row] | None = None) -> None:
        """Demand that going back brings all rows back; `later` says what rows have that came afterwards."""
        self._demand(title, rehearsal_rules.undone(model, later))

    def repeats(self, model: str, *fields: str, title: str) -> None:
        """Demand that forward, back and forward again gives the same in these columns."""
        self._demand(title, rehearsal_rules.repeats(model, fields))

    def others_write(self, after: str, *, who: str, title: str) -> None:
        """Demand that the late rows after that migration were taken; `who` wrote them."""
        self._demand(title, rehearsal_rules.others_write(after, who))

    def batches(self, migration: str, *, at_most: int, title: str) -> None:
        """Demand that no transaction of it changes more rows than this."""
        self._demand(title, batch_rules.batches(migration, at_most))

    def resumes(
        self, migration: str, model: str, done: Callable[[Row], bool], *, after: int, title: str
    ) -> None:
        """Demand that, stopped after so many rows, it keeps what it did, and finishes when run again."""
        self._params["kill"] = {"migration": migration, "rows": after}
        self._demand(title, batch_rules.resumes(migration, model, done))

    def possible(self, migration: str, *, title: str) -> None:
        """Demand that PostgreSQL would run it at all."""
        self._demand(title, lock_rules.possible(migration))

    def writes_go_on(self, migration: str, *, title: str) -> None:
        """Demand that others can write to the table while it runs."""
        self._demand(title, lock_rules.writes_go_on(migration))

    def only_catalog(self, migration: str, *, title: str) -> None:
        """Demand that nothing reads or rewrites the whole table under a lock."""
        self._demand(title, lock_rules.only_catalog(migration))

    def says(self, migration: str, words: str, *, title: str, back: bool = False) -> None:
        """Demand these words in its PostgreSQL, forward or back."""
        self._demand(title, lock_rules.says(migration, words, back=back))

    def that(self, title: str, check: Callable[[Any], bool | str]) -> None:
        """Demand that `check`, called with all that was seen, returns True; a string says what is wrong."""
        self._demand(title, migration_rules.condition(check))

    def _demand(self, title: str, look: Look) -> None:
        look = told(look)
        # The exhibits belong to the whole; they come with the first ruling.
        self.requirements.append(
            Sees(title, self.tried[0], look if self.requirements else _with_exhibits(look))
        )


def _with_exhibits(look: Look) -> Look:
    def looking(seen: Any) -> Ruling:
        ruling = look(seen)
        shown: list[Exhibit] = [migrations_exhibit(seen)]
        return ruling if isinstance(ruling, Skipped) else replace(ruling, exhibits=shown)

    return looking
