"""Eager loads that nobody used.

An accusation needs certainty: the learner's own line asked for it, objects were loaded for it, and
in no evaluation of that line was the relation read from any of them. Objects that were pickled or
copied, shown by the harness, or prefetched into an attribute are beyond our sight: they count as
used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from . import messages
from .places import RawPlace, place_of
from .report import Finding
from .sites import Site, Source

LISTED_QUERIES = 1_000


@dataclass(slots=True)
class _Request:
    """One path that one line asked for, over all evaluations."""

    method: str
    model: str
    used: bool = False
    count: int = 0
    queries: list[int] = field(default_factory=list[int])


def unused(sites: list[Site]) -> list[Finding]:
    """A finding for each path that was asked for and never read."""
    prefetches: dict[int, list[Site]] = {}
    for site in sites:
        if site.action == "prefetch" and site.parent is not None:
            prefetches.setdefault(id(site.parent), []).append(site)
    requests: dict[tuple[RawPlace, str], _Request] = {}
    for site in sites:
        for path, place, method in _asked(site):
            loads = list(_loads(site.rows, path.split("__"), prefetches))
            if not loads:
                continue
            request = requests.setdefault(
                (place, path), _Request(method, getattr(site.model, "__name__", ""))
            )
            for source, name, load in loads:
                request.used |= site.framework or source.escaped or name in source.reads
                request.count += load.count
                request.queries.extend(load.queries)
    return [
        Finding(
            kind="unused_eager_load",
            message=messages.unused(path, request.method),
            place=place_of(place),
            count=request.count,
            queries=sorted(set(request.queries))[:LISTED_QUERIES],
            relation=f"{request.model}.{path.replace('__', '.')}",
            origin=place_of(place),
            cure=None,
        )
        for (place, path), request in requests.items()
        if not request.used
    ]


def _asked(site: Site) -> Iterator[tuple[str, RawPlace, str]]:
    """The paths that the learner's lines asked the site's queryset for."""
    hidden = {
        each.prefetch_to for each in site.lookups if getattr(each, "to_attr", None) is not None
    }
    prefetched = {str(getattr(each, "prefetch_to", each)) for each in site.lookups}
    if site.rows is None:
        return
    for path, place in getattr(site.builder, "_asked", {}).items():
        if place is None or any(path == each or path.startswith(f"{each}__") for each in hidden):
            continue
        yield path, place, "prefetch_related" if path in prefetched else "select_related"


def _loads(
    source: Source | None, path: list[str], prefetches: dict[int, list[Site]]
) -> Iterator[tuple[Source, str, Site]]:
    """The instances from which the last relation of the path could be read, and what loaded it."""
    if source is None or not source.loaded:
        return
    name, *rest = path
    ways: list[tuple[Source | None, Site]] = [
        (child, child.site)
        for child in source.children
        if child.step is not None
        and name in (child.step.accessor, child.step.query_name)
        and child.loaded
    ]
    ways += [
        (load.rows, load)
        for load in prefetches.get(id(source), ())
        if load.step is not None and load.step.accessor == name
    ]
    for child, site in ways:
        if rest:
            yield from _loads(child, rest, prefetches)
        else:
            yield source, name, site
