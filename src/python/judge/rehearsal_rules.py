"""Rules on what came of running migrations on rows, forward and back (`harness.rehearsal`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from harness.plain import difference, plain
from harness.report import Place

from .migration_rules import Look, Unfinished, step_of
from .ruling import Failed, Passed, Ruling
from .sights import listed, place_of


def runs(of: str) -> Look:
    """Every migration ran forward on the rows."""

    def look(seen: Any) -> Ruling:
        for step in seen["run"]["steps"]:
            if error := step["error"]:
                return Failed(
                    f"`migrate` ran on {of}, and `{step['name']}` raised {error['type']}: "
                    f"{error['message']}",
                    f"Not yet: `{step['name']}` breaks on data.",
                    _place(error),
                )
        return Passed(f"`migrate` ran through on {of}.")

    return look


def keeps(model: str, fields: list[str]) -> Look:
    """These columns of the rows that were there at first are as they were."""

    def look(seen: Any) -> Ruling:
        after = {row["id"]: row for row in _final(seen)[model]}
        for row in seen["run"]["before"][model]:
            if row["id"] not in after:
                return Failed(
                    f"The row {_told(row)} of `{model}` is gone.",
                    "Not yet: rows are lost on the way.",
                )
            for field in fields:
                if found := difference(plain(row[field]), plain(after[row["id"]].get(field))):
                    return Failed(
                        f"`{field}` of the row {_told(row)}: {found}.",
                        "Not yet: data is changed that should stay.",
                    )
        return Passed(f"{listed(fields)} of all {len(after):,} rows are as they were.")

    return look


def gives(
    model: str, expected: Callable[[dict[str, Any]], dict[str, Any]], step: str | None
) -> Look:
    """Each row has the values that `expected` says, after that migration or after the last."""

    def look(seen: Any) -> Ruling:
        rows = step_of(seen, step)["rows"][model] if step else _final(seen)[model]
        for row in rows:
            for field, value in expected(row).items():
                if difference(plain(value), plain(row.get(field))):
                    return Failed(
                        f"After {f'`{step}`' if step else 'the last migration'} the row {_told(row)} "
                        f"has `{field}={row.get(field)!r}`; expected {value!r}.",
                        "Not yet: the data comes out wrong.",
                    )
        return Passed(f"All {len(rows):,} rows have what they should.")

    return look


def undone(model: str, expected: Callable[[dict[str, Any]], dict[str, Any]] | None) -> Look:
    """Going back works, and gives back what was there; `expected` is asked about rows that came later."""

    def look(seen: Any) -> Ruling:
        back = _back(seen)
        if error := back["error"]:
            return Failed(
                f"Going back raised {error['type']}: {error['message']}",
                "Not yet: the migrations cannot be undone.",
                _place(error),
            )
        before = {row["id"]: row for row in seen["run"]["before"][model]}
        for row in back["rows"][model]:
            wanted = before.get(row["id"]) or {**row, **(expected(row) if expected else {})}
            if found := difference(plain(wanted), plain(row)):
                return Failed(
                    f"Back again, a row of `{model}` is not what it was: {found}.",
                    "Not yet: going back does not bring the data back.",
                )
        if len(back["rows"][model]) < len(before):
            return Failed(f"Rows of `{model}` are lost on the way back.", "Not yet: rows are lost.")
        return Passed(f"Back again, all {len(back['rows'][model]):,} rows are as they were.")

    return look


def repeats(model: str, fields: Sequence[str]) -> Look:
    """Forward after going back gives what it gave the first time."""

    def look(seen: Any) -> Ruling:
        again = seen["run"].get("again")
        if _back(seen)["error"] or again is None:
            return Failed("Going back did not work.", "Not yet: the migrations cannot be undone.")
        if error := again["error"]:
            return Failed(
                f"The second time forward raised {error['type']}: {error['message']}",
                "Not yet: after going back, the migrations do not run again.",
                _place(error),
            )
        first, second = (
            [{name: row[name] for name in fields} for row in rows]
            for rows in (_final(seen)[model], again["rows"][model])
        )
        if found := difference(plain(first), plain(second)):
            return Failed(
                f"Forward, back and forward again: {found}.",
                "Not yet: the second time gives another result.",
            )
        return Passed("Forward, back and forward again gives the same rows.")

    return look


def others_write(after: str, who: str) -> Look:
    """The rows that others wrote after a migration were taken."""

    def look(seen: Any) -> Ruling:
        step = step_of(seen, after)
        for late in step["late"]:
            if not late["done"]:
                return Failed(
                    f"After `{after}`, {who} inserted a row and got {late['error']}: {late['message']}",
                    f"Not yet: {who} breaks when `{after}` has run.",
                    place_of(seen, f"{after}.Migration.operations"),
                )
        return Passed(f"After `{after}`, {who} inserted {len(step['late'])} rows.")

    return look


def _final(seen: Any) -> Any:
    last = seen["run"]["steps"][-1]
    if last["error"]:
        raise Unfinished(f"`{last['name']}` did not run through.")
    return last["rows"]


def _back(seen: Any) -> Any:
    _final(seen)
    return seen["run"]["back"]


def _place(error: Any) -> Place | None:
    return Place(str(error["place"][0]), int(error["place"][1]), "") if error["place"] else None


def _told(row: Any) -> str:
    shown = [f"{name}={value!r}" for name, value in row.items() if name != "id"][:3]
    return f"{row['id']} ({', '.join(shown)})"
