"""Cures: what to add to a queryset so that it loads in one go what was loaded one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .groups import Group
from .sites import Source, Step

# Actions after which a queryset can still be told to load more.
_LOADS = frozenset(
    [
        "_fetch_all",
        "_iterator",
        "get",
        "first",
        "last",
        "earliest",
        "latest",
        "in_bulk",
        "get_or_create",
        "update_or_create",
    ]
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The queryset to change, and the way from its rows to the relation in question."""

    group: Group
    path: tuple[Step, ...]
    # Whether a part of the way was loaded by a prefetch.
    prefetched: bool

    @property
    def lookup(self) -> str:
        """The way, as `prefetch_related` has it."""
        return "__".join(step.accessor for step in self.path)

    @property
    def joins(self) -> str:
        """The way, as `select_related` has it."""
        return "__".join(step.query_name for step in self.path)


def load_with(origin: Origin) -> str | None:
    """Code that makes the origin load the relation at the end of the path; None if nothing does."""
    site = origin.group.site
    query = site.builder
    if query is None or site.framework or getattr(query, "combinator", None):
        return None
    if site.action not in _LOADS and site.descriptor is None:
        return None
    if _is_loaded_already(origin):
        return None
    if _is_raw(query):
        return f'prefetch_related("{origin.lookup}")' if _prefetchable(origin) else None
    if not origin.prefetched and all(step.arity == "one" for step in origin.path):
        narrowed = _widened_for(query, origin.path)
        cure = f'select_related("{origin.joins}")'
        return f"{narrowed}.{cure}" if narrowed else cure
    if _widened_for(query, origin.path[:1]):
        return None
    if not _prefetchable(origin):
        return _through_generic(origin)
    return f'prefetch_related("{origin.lookup}")'


def _widened_for(query: Any, path: tuple[Step, ...]) -> str:
    """A join needs its foreign keys: what brings back one that `only()` or `defer()` left out."""
    names: tuple[str, ...] = ()
    for step in path:
        names = (*names, step.accessor)
        if step.attname and step.arity == "one":
            if narrowed := widened(query, names, step.attname):
                return narrowed
    return ""


def _is_raw(query: Any) -> bool:
    return not hasattr(query, "deferred_loading")


def _prefetchable(origin: Origin) -> bool:
    """Beyond a generic foreign key, the instances are of several models: no path fits all."""
    return all(step.arity != "generic" for step in origin.path[:-1])


def _through_generic(origin: Origin) -> str | None:
    first, *rest = origin.path
    if first.arity != "generic" or len(rest) != 1 or rest[0].arity == "generic":
        return None
    (then,) = rest
    inner = (
        f'select_related("{then.query_name}")'
        if then.arity == "one"
        else f'prefetch_related("{then.accessor}")'
    )
    generic = f'GenericPrefetch("{first.accessor}", [{then.model}.objects.{inner}])'
    asked = [getattr(each, "prefetch_to", each) for each in origin.group.site.lookups]
    if first.accessor not in asked:
        return f"prefetch_related({generic})"
    # Django refuses the same lookup with and without a queryset: begin anew.
    if not all(isinstance(each, str) for each in origin.group.site.lookups):
        return None
    others = [f'"{each}", ' for each in asked if each != first.accessor]
    return f"prefetch_related(None).prefetch_related({''.join(others)}{generic})"


def _is_loaded_already(origin: Origin) -> bool:
    """Whether the queryset asks for it as it is: then it was lost on the way, and asking does not help."""
    site = origin.group.site
    source: Source | None = site.rows
    for step in origin.path:
        source = (
            next((each for each in source.children if each.step == step), None) if source else None
        )
    return source is not None or origin.lookup in lookups(site.lookups)


def lookups(prefetches: Iterable[Any]) -> set[str]:
    """The paths that prefetches fill, with those on the way to them."""
    paths: set[str] = set()
    for each in prefetches:
        path = str(getattr(each, "prefetch_to", each))
        while path:
            paths.add(path)
            path = path.rpartition("__")[0]
    return paths


def widened(query: Any, path: tuple[str, ...], attname: str = "") -> str:
    """`only()` or `defer()` that loads the field as well; '' when the query loads it as it is."""
    if _is_raw(query):
        return ""
    asked, deferring = query.deferred_loading
    names = {str(each) for each in asked}
    full = "__".join(path)
    spellings = {full, "__".join([*path[:-1], attname or path[-1]])}
    if deferring:
        if not names & spellings:
            return ""
        left = sorted(names - spellings)
        return f"defer(None).defer({_quoted(left)})" if left else "defer(None)"
    inside = "".join(f"{each}__" for each in path[:-1])
    if not names or names & spellings or not any(each.startswith(inside) for each in names):
        return ""
    return f"only({_quoted([*sorted(names), full])})"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
