"""Rules on what came of rows that were saved, validated or deleted (`harness.firing`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .model_rules import Look
from .ruling import Failed, Passed, Ruling
from .sights import listed, place_of


def refused(number: int, model: str, row: str, by: str | None) -> Look:
    """The database refused the row, and it was `by` that did: a constraint's or a field's name."""

    def look(seen: Any) -> Ruling:
        trial = seen["trials"][number]
        at = place_of(seen, f"{model}.{by}", f"{model}.Meta.constraints", model)
        if trial["done"]:
            return Failed(
                f"{row} was saved, past all validation, and the database took it"
                f"{f'; `{by}` should refuse it' if by else ''}.",
                "Not yet: the database takes a row that it should refuse.",
                at,
            )
        if not trial.get("refused"):
            return _broke(row, trial)
        culprits = trial["by"]
        if by is not None and by not in culprits:
            return Failed(
                f"{row} was refused by {listed(culprits, 'something else')}; expected `{by}` to do it. "
                f"SQLite said: {trial['message']}",
                "Not yet: another constraint than expected refused the row.",
                at,
            )
        return Passed(f"{row}: refused by {listed([by] if by else culprits, 'the database')}.")

    return look


def accepted(number: int, model: str, row: str) -> Look:
    """The database took the row."""

    def look(seen: Any) -> Ruling:
        trial = seen["trials"][number]
        if trial["done"]:
            return Passed(f"{row}: saved.")
        if not trial.get("refused"):
            return _broke(row, trial)
        return Failed(
            f"{row} should be fine, but {listed(trial['by'], 'the database')} refused it: "
            f"{trial['message']}",
            "Not yet: the database refuses a row that is right.",
            place_of(seen, f"{model}.Meta.constraints", model),
        )

    return look


def stored(number: int, row: str, values: dict[str, Any]) -> Look:
    """The row was taken, and reads so in the database afterwards."""

    def look(seen: Any) -> Ruling:
        trial = seen["trials"][number]
        if not trial["done"]:
            return Failed(
                f"{row} raised {trial['error']}: {trial['message']}",
                "Not yet: the database refuses a row that is right.",
            )
        for name, value in values.items():
            got = trial["row"].get(name, "no column")
            if str(got) != str(value):
                return Failed(
                    f"{row}: `{name}` is {got} in the database; expected {value}.",
                    f"Not yet: `{name}` comes out wrong.",
                )
        told = ", ".join(f"`{name}` is {value}" for name, value in values.items())
        return Passed(f"{row}: {told}.")

    return look


def invalid(number: int, model: str, row: str, on: str | None) -> Look:
    """`full_clean()` refused the row, with an error at that field."""

    def look(seen: Any) -> Ruling:
        trial = seen["trials"][number]
        at = place_of(seen, f"{model}.{on}", model)
        if trial["done"]:
            return Failed(
                f"{row} passed `full_clean()`: a form would accept it.",
                "Not yet: validation lets a wrong row through.",
                at,
            )
        if trial["error"] != "ValidationError":
            return _broke(row, trial)
        if on is not None and on not in trial["fields"]:
            return Failed(
                f"{row} has errors at {listed(list(trial['fields']))}; expected one at `{on}`.",
                "Not yet: validation blames another field.",
                at,
            )
        return Passed(f"{row}: {trial['message']}")

    return look


def valid(number: int, model: str, row: str) -> Look:
    """`full_clean()` had nothing against the row."""

    def look(seen: Any) -> Ruling:
        trial = seen["trials"][number]
        if trial["done"]:
            return Passed(f"{row}: valid.")
        return Failed(
            f"{row} should be valid, but `full_clean()` says: {trial['message']}",
            "Not yet: validation refuses a row that is right.",
            place_of(seen, model),
        )

    return look


def protected(number: int, what: str) -> Look:
    """The deletion was refused."""

    def look(seen: Any) -> Ruling:
        trial = seen["trials"][number]
        if trial["done"]:
            lost = [name for name, row in trial["left"].items() if row is None]
            also = f" and took {listed(lost)} along" if lost else ""
            return Failed(
                f"{what} went through{also}; it should be refused.",
                "Not yet: rows can be deleted that must stay.",
            )
        if not trial.get("refused"):
            return _broke(what, trial)
        return Passed(f"{what}: refused with {trial['error']}.")

    return look


def deleted(number: int, what: str, keeps: Sequence[str], clears: dict[str, str]) -> Look:
    """The deletion went through; only `keeps` are left, and their columns `clears` are null."""

    def look(seen: Any) -> Ruling:
        trial = seen["trials"][number]
        if not trial["done"]:
            return Failed(
                f"{what} raised {trial['error']}: {trial['message']}",
                "Not yet: rows cannot be deleted that should go.",
            )
        for name, row in trial["left"].items():
            if (row is None) == (name in keeps):
                fate = "is gone" if row is None else "is still there"
                return Failed(
                    f"{what}, and `{name}` {fate}.",
                    "Not yet: a deletion goes too far or not far enough.",
                )
        for name, column in clears.items():
            if trial["left"][name][column] is not None:
                return Failed(
                    f"{what}, and `{column}` of `{name}` is {trial['left'][name][column]!r}.",
                    "Not yet: a deletion leaves something behind.",
                )
        return Passed(f"{what}: {listed(list(keeps), 'nothing')} left.")

    return look


def _broke(row: str, trial: Any) -> Failed:
    return Failed(
        f"{row} raised {trial['error']}: {trial['message']}",
        f"Not yet: trying a row raises {trial['error']}.",
    )
