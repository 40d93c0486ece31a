"""Rules on what migrations are, as `harness.probes.migrations` describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .ruling import Failed, Passed, Ruling
from .sights import listed, place_of

type Look = Callable[[Any], Ruling]


def no_drift(app: str) -> Look:
    """The migrations say what the models say, and have one end."""

    def look(seen: Any) -> Ruling:
        if len(seen["leaves"]) != 1:
            ends = listed(seen["leaves"])
            return Failed(
                f"The migrations of `{app}` end in {ends}: `migrate` refuses two ends.",
                "Not yet: the migrations have fallen apart into branches.",
            )
        missing = seen["missing"].get(app, [])
        if not missing:
            return Passed(f"`makemigrations {app} --check` says: No changes detected.")
        steps = "; ".join(each["text"] for each in missing)
        return Failed(
            f"After all migrations `makemigrations {app}` would still write: {steps}.",
            "Not yet: migrations and models do not agree.",
        )

    return look


def operations(migration: str, wanted: list[str]) -> Look:
    """A migration has operations of these types, in this order."""

    def look(seen: Any) -> Ruling:
        got = [each["type"] for each in migration_of(seen, migration)["operations"]]
        if got == wanted:
            return Passed(f"`{migration}` has {listed(got, 'no operations')}.")
        return Failed(
            f"`{migration}` has {listed(got, 'no operations')}; expected {listed(wanted, 'none')}.",
            f"Not yet: `{migration}` does other things than it should.",
            place_of(seen, f"{migration}.Migration.operations", f"{migration}.Migration"),
        )

    return look


def condition(check: Callable[[Any], bool | str]) -> Look:
    """The author's own condition on all that was seen."""

    def look(seen: Any) -> Ruling:
        verdict = check(seen)
        if verdict is True:
            return Passed("As it should be.")
        words = verdict if isinstance(verdict, str) else "That is not as it should be."
        return Failed(words, "Not yet: a migration is not as it should be.")

    return look


class Unfinished(LookupError):
    """What a rule is about did not come to pass; the argument says why."""


def told(look: Look) -> Look:
    """The same rule, which fails in words where what it is about did not come to pass."""

    def looking(seen: Any) -> Ruling:
        try:
            return look(seen)
        except Unfinished as reason:
            return Failed(str(reason.args[0]), "Not yet: the migrations do not run through.")

    return looking


def migration_of(seen: Any, name: str) -> Any:
    """What is known of a migration."""
    return _named(seen["migrations"], name)


def step_of(seen: Any, name: str) -> Any:
    """What came of running it; raises Unfinished unless that went well."""
    step = _named(seen["run"]["steps"], name)
    if step["error"]:
        raise Unfinished(f"`{name}` did not run through.")
    return step


def _named(entries: Iterable[Any], name: str) -> Any:
    for each in entries:
        if each["name"] == name:
            return each
    raise Unfinished(f"There is no migration `{name}` that runs.")
