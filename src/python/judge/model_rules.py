"""Rules on models as `harness.introspection` describes them, and on rows that were tried out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from harness.plain import difference, plain

from .ruling import Failed, Passed, Ruling
from .sights import listed, place_of

type Look = Callable[[Any], Ruling]


def no_issues() -> Look:
    """Django's system checks of models find nothing."""

    def look(seen: Any) -> Ruling:
        if not seen["issues"]:
            return Passed("`manage.py check` finds nothing in the models.")
        first = seen["issues"][0]
        return Failed(
            f"`manage.py check` says about `{first['of']}`: {first['message']} ({first['id']})",
            f"Not yet: Django's own checks find {_counted(len(seen['issues']), 'problem')}.",
            place_of(seen, ".".join(first["of"].split(".")[1:]), first["of"].split(".")[-1]),
        )

    return look


def user_model(label: str) -> Look:
    """`AUTH_USER_MODEL` is this."""

    def look(seen: Any) -> Ruling:
        if seen["user_model"] == label:
            return Passed(f'`AUTH_USER_MODEL` is `"{label}"`.')
        return Failed(
            f'`AUTH_USER_MODEL` is `"{seen["user_model"]}"`; it should be `"{label}"`.',
            "Not yet: the project signs in with another user model.",
        )

    return look


def field(model: str, name: str, wanted: dict[str, Any]) -> Look:
    """A field has these properties."""

    def look(seen: Any) -> Ruling:
        fields = _model(seen, model)["fields"]
        at = place_of(seen, f"{model}.{name}", model)
        if name not in fields:
            others = listed([each for each in fields if each != "id"])
            return _missing(f"`{model}` has no field `{name}`; it has {others}.", at)
        for option, value in wanted.items():
            got = fields[name].get(option)
            if difference(plain(value), plain(got)):
                return Failed(
                    f"`{model}.{name}` has {_shown(option, got)}; expected {_shown(option, value)}.",
                    f"Not yet: `{model}.{name}` is not as it should be.",
                    at,
                )
        told = ", ".join(_shown(*each) for each in wanted.items())
        return Passed(f"`{model}.{name}` has {told}." if told else f"`{model}.{name}` is there.")

    return look


def no_field(model: str, name: str) -> Look:
    """There is no such field."""

    def look(seen: Any) -> Ruling:
        if name not in _model(seen, model)["fields"]:
            return Passed(f"`{model}` has no field `{name}`.")
        return Failed(
            f"`{model}` still has the field `{name}`.",
            f"Not yet: `{model}.{name}` should be gone.",
            place_of(seen, f"{model}.{name}", model),
        )

    return look


def ordering(model: str, wanted: list[str]) -> Look:
    """`Meta.ordering` is this."""

    def look(seen: Any) -> Ruling:
        got = _model(seen, model)["ordering"]
        if got == wanted:
            return Passed(f"`{model}` is ordered by {listed(wanted)}.")
        return Failed(
            f"`{model}` is ordered by {listed(got, 'nothing')}; expected {listed(wanted, 'nothing')}.",
            f"Not yet: `{model}` has another order.",
            place_of(seen, f"{model}.Meta.ordering", f"{model}.Meta", model),
        )

    return look


def named(model: str, part: str, name: str, wanted: dict[str, Any]) -> Look:
    """A constraint or an index of that name has these properties; `part` is where those are listed."""
    noun = {"constraints": "constraint", "indexes": "index"}[part]

    def look(seen: Any) -> Ruling:
        entries = {each["name"]: each for each in _model(seen, model)[part]}
        at = place_of(seen, f"{model}.Meta.{part}", f"{model}.Meta", model)
        if name not in entries:
            there = listed([str(each) for each in entries], f"no {noun} at all")
            return _missing(f"`{model}` has no {noun} `{name}`; it has {there}.", at)
        for option, value in wanted.items():
            got = entries[name].get(option)
            if difference(plain(value), plain(got)):
                return Failed(
                    f"The {noun} `{name}` has {_shown(option, got)}; expected {_shown(option, value)}.",
                    f"Not yet: the {noun} `{name}` is not as it should be.",
                    at,
                )
        return Passed(f"`{model}` has the {noun} `{name}`.")

    return look


def index_on(model: str, fields: list[str]) -> Look:
    """Some index has these fields, in this order, whatever its name."""

    def look(seen: Any) -> Ruling:
        described = _model(seen, model)
        if any(each["fields"] == fields for each in described["indexes"]):
            return Passed(f"`{model}` has an index on {listed(fields)}.")
        there = "; ".join(listed(each["fields"]) for each in described["indexes"])
        return _missing(
            f"`{model}` has no index on {listed(fields)}; it has {there or 'none in Meta.indexes'}.",
            place_of(seen, f"{model}.Meta.indexes", f"{model}.Meta", model),
        )

    return look


def condition(check: Callable[[Any], bool | str]) -> Look:
    """The author's own condition on all that was seen."""

    def look(seen: Any) -> Ruling:
        verdict = check(seen)
        if verdict is True:
            return Passed("As it should be.")
        words = verdict if isinstance(verdict, str) else "That is not as it should be."
        return Failed(words, f"Not yet: {words[0].lower()}{words[1:]}")

    return look


def no_changes(app: str) -> Look:
    """`makemigrations` would write nothing."""

    def look(seen: Any) -> Ruling:
        missing = seen["missing"].get(app, [])
        if not missing:
            return Passed(f"`makemigrations {app}` says: No changes detected.")
        steps = "; ".join(each["text"] for each in missing)
        return Failed(
            f"`makemigrations {app}` would still write: {steps}.",
            "Not yet: migrations and models do not agree.",
        )

    return look


def _model(seen: Any, name: str) -> Any:
    if name not in seen["models"]:
        raise Absent(f"There is no model `{name}`; there are {listed(list(seen['models']))}.")
    return seen["models"][name]


class Absent(LookupError):
    """A model that every rule about it needs is not there; the argument says so."""


def told(look: Look) -> Look:
    """The same rule, which fails in words where a model is absent."""

    def looking(seen: Any) -> Ruling:
        try:
            return look(seen)
        except Absent as absent:
            return _missing(str(absent.args[0]), None)

    return looking


def _missing(message: str, at: Any) -> Failed:
    return Failed(message, "Not yet: something is missing in your models.", at)


def _shown(option: str, value: Any) -> str:
    if option == "type":
        return f"the type `{value}`"
    return f"`{option}={value!r}`"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
