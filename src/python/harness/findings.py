"""What is worth telling about a recording's queries.

A finding needs repetition that grows with the data. Two numbers decide:

- `REPEATS` (3): queries for a relation, or a left-out field, of instances that one queryset loaded.
  Three of the same are a pattern, and more rows would mean more queries; with two, joining them
  saves one query at best, and a pair of rows is often all there is.
- `LOOPED` (5): the same query from the same lines that hangs on no queryset, for example `get()` in
  a loop. Code for three or four fixed cases is innocent, and so is any loop over what is written
  out in the code, however long.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import messages
from .cures import Origin, load_with, lookups, widened
from .eager import unused
from .groups import Group, group_sites
from .loop_cures import loop_cure
from .loops import in_fixed_loop
from .places import place_of
from .report import Finding, FindingKind, Shape
from .sites import Site

REPEATS = 3
LOOPED = 5
LISTED_QUERIES = 1_000
# Code that fills a database may do so row by row.
_SEEDS = ("seed.py", "seeds.py", "factories.py")
# What a related manager gives when it is read as a whole.
_WHOLE = frozenset({"_fetch_all", "_iterator"})
# What a prefetched relation answers without a query.
_PREFETCHABLE = _WHOLE | {"count", "exists"}


def find(
    sites: list[Site], shape_of_text: list[int], shapes: list[Shape], root: str, *, finished: bool
) -> list[Finding]:
    """The findings, those with the most queries first."""
    groups = group_sites(sites, shape_of_text)
    detector = _Detector(groups, shape_of_text, shapes, root)
    found = list(detector.findings())
    if finished:
        found += unused(sites)
    return sorted(_merged(found), key=lambda finding: -finding.count)


class _Detector:
    def __init__(
        self, groups: list[Group], shape_of_text: list[int], shapes: list[Shape], root: str
    ) -> None:
        self.groups = groups
        self._shape_of_text = shape_of_text
        self._shapes = shapes
        self._root = root

    def findings(self) -> Iterator[Finding]:
        """One finding for each group that repeats itself."""
        for group in self.groups:
            if group.place is None or group.site.framework or self._is_seed(group):
                continue
            if group.action == "deferred":
                if self._repeats(group):
                    yield self._deferred(group)
            elif group.action in ("single", "generic"):
                if self._repeats(group):
                    yield self._related(group)
            elif group.action == "prefetch":
                continue
            elif group.site.descriptor is not None and self._verb(group) == "SELECT":
                if self._repeats(group):
                    yield self._many(group)
            elif self._loops(group):
                yield self._loop(group)

    def _is_seed(self, group: Group) -> bool:
        return any(
            file.rpartition("/")[2] in _SEEDS or "migrations/" in file for file, _, _ in group.stack
        )

    def _verb(self, group: Group) -> str:
        return self._shapes[self._shape_of_text[group.site.text]].verb

    def _repeats(self, group: Group) -> bool:
        """Whether it happens for each of a queryset's instances."""
        times = group.parent.count if group.parent is not None else 1
        if group.recursive:
            times = 1
        if group.count >= REPEATS * times:
            return True
        return group.count >= LOOPED and not in_fixed_loop(group.stack, self._root)

    def _is_many_times(self, group: Group) -> bool:
        return group.is_relation and self._repeats(group)

    def _origin(self, group: Group) -> Origin | None:
        """The nearest queryset that is not itself evaluated once for each instance of another."""
        step = group.site.step
        above = group.parent
        if above is None:
            return None
        path = (*group.joined, *((step,) if step is not None else ()))
        prefetched = False
        while above.parent is not None:
            way = above.site.step
            if above.action == "prefetch":
                prefetched = True
            elif not (self._is_many_times(above) and self._is_whole(above)):
                break
            if way is None:
                return None
            path = (*above.joined, way, *path)
            above = above.parent
        if above.action == "prefetch":
            return None  # prefetched onto instances that nobody saw being loaded
        return Origin(above, path, prefetched)

    def _is_whole(self, group: Group) -> bool:
        """Whether a prefetch of the relation would answer this query as it stands."""
        if group.action in ("single", "generic"):
            return True
        return group.action in _WHOLE and not self._is_refined(group)

    def _is_refined(self, group: Group) -> bool:
        signature = group.site.refined
        descriptor = group.site.descriptor
        if signature is None or descriptor is None:
            return False
        return signature != _plain_signature(descriptor)

    def _related(self, group: Group) -> Finding:
        origin = None if group.recursive else self._origin(group)
        cure = load_with(origin) if origin is not None else None
        return self._finding(
            "n_plus_one", group, origin, cure, messages.related(group, origin, cure)
        )

    def _many(self, group: Group) -> Finding:
        origin = None if group.recursive else self._origin(group)
        cure = None
        refined = self._is_refined(group)
        if origin is not None and self._saves(group, origin):
            if group.action in _PREFETCHABLE and not refined:
                cure = load_with(origin)
        loaded = origin is not None and origin.lookup in lookups(origin.group.site.lookups)
        message = messages.many(group, origin, cure, refined=refined, loaded=loaded)
        return self._finding("n_plus_one", group, origin, cure, message)

    def _saves(self, group: Group, origin: Origin) -> bool:
        """A prefetch costs one query for each evaluation: it must replace more than that."""
        return group.count > origin.group.count

    def _deferred(self, group: Group) -> Finding:
        above = group.parent
        # The field was left out by the queryset that loaded the row, prefetched or not.
        origin = Origin(above, group.joined, False) if above is not None else None
        cure = None
        name = _field_name(group)
        if above is not None and above.site.builder is not None and not above.site.framework:
            path = (*(step.accessor for step in group.joined), name)
            cure = widened(above.site.builder, path, group.site.field) or None
        message = messages.deferred(group, origin, cure, name)
        return self._finding("deferred_load", group, origin, cure, message)

    def _loops(self, group: Group) -> bool:
        if group.count < LOOPED or in_fixed_loop(group.stack, self._root):
            return False
        return loop_cure(group, self._verb(group)) is not None

    def _loop(self, group: Group) -> Finding:
        cure = loop_cure(group, self._verb(group))
        assert cure is not None
        message = messages.loop(group, cure)
        return self._finding("query_in_loop", group, None, cure.code, message)

    def _finding(
        self, kind: FindingKind, group: Group, origin: Origin | None, cure: str | None, message: str
    ) -> Finding:
        step = group.site.step
        relation = f"{step.model}.{step.accessor}" if step is not None else None
        begun = messages.begun(origin.group) if origin is not None else None
        assert group.place is not None
        return Finding(
            kind=kind,
            message=message,
            place=place_of(group.place),
            count=group.count,
            queries=sorted(group.queries)[:LISTED_QUERIES],
            relation=relation,
            origin=place_of(begun) if begun is not None else None,
            cure=cure,
        )


def _field_name(group: Group) -> str:
    for each in group.site.model._meta.concrete_fields:
        if each.attname == group.site.field:
            return str(each.name)
    return group.site.field


def _plain_signature(descriptor: Any) -> Any:
    """The signature of the relation's own queryset, with what its manager adds by itself."""
    from .signatures import plain

    return plain(descriptor)


def _merged(findings: list[Finding]) -> list[Finding]:
    """Findings that say the same about the same line, as one."""
    merged: dict[Any, Finding] = {}
    for each in findings:
        key = (each.kind, _key(each.place), each.relation, each.cure, _key(each.origin))
        if key in merged:
            first = merged[key]
            before, first.count = first.count, first.count + each.count
            first.message = first.message.replace(f" {before:,} quer", f" {first.count:,} quer", 1)
            first.queries = sorted({*first.queries, *each.queries})[:LISTED_QUERIES]
        else:
            merged[key] = each
    return list(merged.values())


def _key(place: Any) -> Any:
    return None if place is None else (place.file, place.line)
