"""Findings in words: one or two plain sentences, with the lines and the code to change."""

from __future__ import annotations

import re

from .cures import Origin
from .groups import Group
from .loop_cures import LoopCure
from .places import RawPlace

# How a method of a queryset is written, where that is not its name.
_CALLS = {"_fetch_all": "", "_iterator": "", "delete_one": "delete", "refresh": "refresh_from_db"}


def begun(origin: Group) -> RawPlace | None:
    """The line where the queryset was begun; where it was evaluated, if that is not known."""
    return origin.site.born or origin.place


def related(group: Group, origin: Origin | None, cure: str | None) -> str:
    """For a foreign key, a one-to-one or a generic foreign key."""
    step = group.site.step
    assert step is not None
    owner = _variable(step.model)
    what = (
        f"{_fired(group)}, one for each {_words(step.model)}: `{owner}.{step.accessor}` was not "
        f"loaded with the {_plural(step.model)}."
    )
    if group.recursive:
        return (
            f"{_fired(group)}, one for each step along `{step.model}.{step.accessor}`. Load all "
            f"{_plural(step.model)} that you need with one query, and follow the links in Python."
        )
    return f"{what} {_do(group, origin, cure)}"


def many(
    group: Group, origin: Origin | None, cure: str | None, *, refined: bool, loaded: bool
) -> str:
    """For the many side of a relation."""
    step = group.site.step
    assert step is not None
    owner = _variable(step.model)
    call = _CALLS.get(group.action, group.action)
    read = f"{owner}.{step.accessor}" + (f".{call}()" if call else ".all()" if not refined else "")
    what = f"{_fired(group)}, one for each {_words(step.model)}"
    if group.recursive:
        return (
            f"{what}: each level of the tree asks for the next. Load all {_plural(step.target)} "
            "with one query, and put the tree together in Python."
        )
    if cure is not None:
        return f"{what}: `{read}` asks the database each time. {_do(group, origin, cure)}"
    where = _at(group, begun(origin.group)) if origin is not None else ""
    if refined or call:
        asked = f"`{owner}.{step.accessor}` was prefetched, but " if loaded else ""
        method = f"{call}()" if call else "a narrowed or ordered queryset"
        return (
            f"{what}: {asked}{method} on `{owner}.{step.accessor}` asks the database each time, "
            f'and prefetch_related("{step.accessor}") cannot answer it. Use '
            f'Prefetch("{step.accessor}", queryset=..., to_attr="...") '
            f"{where or 'where they are loaded'} and read that list, or annotate the number you need."
        )
    return f"{what}: `{read}` asks the database each time. {_do(group, origin, cure)}"


def deferred(group: Group, origin: Origin | None, cure: str | None, name: str) -> str:
    """For a field that `only()` or `defer()` left out."""
    model = group.site.model.__name__
    where = f" {_at(group, begun(origin.group))}" if origin is not None else ""
    what = (
        f'{_fired(group)}, one for each {_words(model)}: the field "{name}" was left out when they '
        "were loaded, and then needed."
    )
    if cure is None:
        return f"{what} Load it with them."
    left_out = "defer()" if cure.startswith("defer") else "only()"
    verb = f'Take "{name}" out of' if left_out == "defer()" else f'Add "{name}" to'
    inside = ""
    if origin is not None and origin.group.action == "prefetch" and origin.group.site.step:
        inside = f' of the Prefetch for "{origin.group.site.step.accessor}"'
    return f"{what} {verb} {left_out}{inside}{where}: {cure}."


def loop(group: Group, cure: LoopCure) -> str:
    """For a query that is repeated without hanging on a queryset."""
    call = _CALLS.get(group.action, group.action)
    by = f" by {call}()" if call and call != "raw" else ""
    return f"{_fired(group)}{by}, one for each turn of a loop. {cure.advice}"


def unused(path: str, method: str) -> str:
    """For an eager load that nobody read."""
    return (
        f'{method}("{path}") loaded objects that were never used. '
        f'Take "{path}" out of it, or out of the queryset for this case.'
    )


def _do(group: Group, origin: Origin | None, cure: str | None) -> str:
    step = group.site.step
    assert step is not None
    if origin is None or cure is None:
        return (
            "Load them together: "
            f'prefetch_related_objects(list, "{step.accessor}") does it for a list that you have.'
        )
    note = ""
    if origin.group.site.chunked and cure.startswith("prefetch_related"):
        note = ", and give iterator() a chunk_size"
    target = _at(group, begun(origin.group))
    return f"Add {cure} to the queryset {target}{note}."


def _fired(group: Group) -> str:
    assert group.place is not None
    file, line, _ = group.place
    # A template, or a module of the project: not what the learner has in front of them.
    elsewhere = "/" in file or not file.endswith(".py")
    where = f"Line {line} of {file}" if elsewhere else f"Line {line}"
    return f"{where} fired {group.count:,} queries"


def _at(group: Group, place: RawPlace | None) -> str:
    if place is None:
        return "that loads them"
    file, line, _ = place
    here = group.place is not None and group.place[0] == file
    return f"at line {line}" if here else f"at line {line} of {file}"


def _words(model: str) -> str:
    return model


def _variable(model: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", model).lower()


def _plural(model: str) -> str:
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", model).lower()
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"
