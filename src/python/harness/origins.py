"""Probes in Django's models, in place while a recording runs.

They answer what SQL cannot: which query loaded an instance, through which relation, and whether
what was loaded was ever read. Each adds as little as it can: one reference per instance, one
entry in a set per read of a relation. What learners can see stays as it is: tags live in
`_state`, leave it when an instance is pickled or copied, and are ignored by everything else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import query as query_module
from django.db.models.base import ModelState
from django.db.models.fields.mixins import NOT_PROVIDED, FieldCacheMixin
from django.db.models.fields.related_descriptors import ReverseManyToOneDescriptor
from django.db.models.manager import BaseManager
from django.db.models.query import ModelIterable, QuerySet, RawModelIterable
from django.db.models.sql.query import Query
from django.db.models.sql.where import WhereNode

from .cursors import make_cursor, make_debug_cursor
from .relations import step_of, step_of_cache
from .sites import Site, Source, Step
from .unread import Reads

if TYPE_CHECKING:
    from .recorder import Recorder

_END: Any = object()
Branch = tuple[str, Source, list[Any]]


class RelatedHints(dict[str, Any]):
    """Hints of a related manager that remember which instance, and which relation, it is for.

    They travel with all querysets made from that manager, as Django's own hints do. They are true
    even when empty, because `QuerySet` would replace false ones.
    """

    __slots__ = ("descriptor", "source")

    def __init__(self, source: Source | None, descriptor: Any) -> None:
        super().__init__()
        self.source = source
        self.descriptor = descriptor

    def __bool__(self) -> bool:
        return True

    def __reduce__(self) -> tuple[Any, ...]:
        return (dict, (dict(self),))

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        from copy import deepcopy

        return deepcopy(dict(self), memo)


def source_of(instance: Any) -> Source | None:
    """The source that a model instance carries."""
    state = getattr(instance, "_state", None)
    return getattr(state, "_source", None)


class Prefetching:
    """The prefetch that is going on: from which instances, through which relation."""

    __slots__ = ("lookup", "parent", "step", "to_attr")

    def __init__(self, parent: Source | None, step: Step | None, lookup: str) -> None:
        self.parent = parent
        self.step = step
        self.lookup = lookup


class Probes:
    """Puts the probes in, and takes them out again."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._replaced: list[tuple[Any, str, Any]] = []

    def install(self) -> None:
        """Replace the functions that the probes extend."""
        recorder = self._recorder
        replace = self._replace
        for iterable in (ModelIterable, RawModelIterable):
            replace(iterable, "__iter__", _loading(recorder, iterable.__iter__))
        replace(FieldCacheMixin, "get_cached_value", _get_cached_value)
        replace(
            ReverseManyToOneDescriptor,
            "__get__",
            _related_manager(recorder, ReverseManyToOneDescriptor.__get__),
        )
        replace(BaseManager, "get_queryset", _birth(recorder, BaseManager.get_queryset))
        replace(BaseDatabaseWrapper, "make_cursor", make_cursor)
        replace(BaseDatabaseWrapper, "make_debug_cursor", make_debug_cursor)
        for method in ("select_related", "prefetch_related"):
            replace(QuerySet, method, _eager(recorder, getattr(QuerySet, method)))
        replace(
            query_module,
            "prefetch_one_level",
            _prefetching(recorder, query_module.prefetch_one_level),
        )
        replace(query_module, "get_prefetcher", _peeking(recorder, query_module.get_prefetcher))
        replace(ModelState, "__getstate__", _getstate(ModelState.__getstate__))

    def remove(self) -> None:
        """Put everything back, except that tags must not get into pickles made later."""
        for owner, name, original in reversed(self._replaced):
            if name != "__getstate__":
                setattr(owner, name, original)
        self._replaced.clear()

    def _replace(self, owner: Any, name: str, probe: Any) -> None:
        # Django 5.2, which differences are recorded on, leaves `__getstate__` to `object`.
        original = vars(owner).get(name) or getattr(owner, name)
        if getattr(original, "_is_probe", False):
            return
        for attribute in ("__name__", "__qualname__", "__doc__", "__module__"):
            setattr(probe, attribute, getattr(original, attribute, None))
        # Flags such as `alters_data` and `queryset_only` live in the function's own attributes.
        probe.__dict__.update(getattr(original, "__dict__", {}))
        self._replaced.append((owner, name, original))
        setattr(owner, name, probe)


def _loading(recorder: Recorder, original: Callable[[Any], Iterator[Any]]) -> Any:
    """Tag each instance with the query that loaded it."""

    def __iter__(self: Any) -> Iterator[Any]:
        rows = original(self)
        recorder.loading = True
        try:
            row = next(rows, _END)
        finally:
            recorder.loading = False
            site, recorder.loaded = recorder.loaded, None
        if row is _END:
            if site is not None and site.rows is None:
                _describe(site, self, None)
            return
        if site is None:
            yield row
            yield from rows
            return
        if site.rows is None or site.builder is None:
            _describe(site, self, rows)
        source = site.rows
        assert source is not None
        source.loaded = True
        branches = _branches(source, rows)
        if recorder.reads is not None:
            _watch(recorder.reads, source, rows)
            if not self.chunked_fetch:
                rows = recorder.reads.rested(rows)
        if branches:
            while row is not _END:
                row._state._source = source
                _tag(row, branches)
                yield row
                row = next(rows, _END)
            return
        row._state._source = source
        yield row
        for row in rows:
            row._state._source = source
            yield row

    return __iter__


def _describe(site: Site, iterable: Any, rows: Any) -> None:
    """Keep, once per call site, how its queryset was built."""
    queryset = iterable.queryset
    if site.rows is None:
        site.rows = Source(site)
    site.builder = queryset.query
    if site.action == "prefetch" and isinstance(queryset.query, Query):
        # Its conditions hold the instances that it was made for: they are to be forgotten in time.
        site.builder = queryset.query.clone()
        site.builder.where = WhereNode()
    site.lookups = tuple(queryset._prefetch_related_lookups)
    site.chunked = iterable.chunked_fetch
    site.model = queryset.model
    site.born = getattr(queryset.query, "_born", None)


def _watch(reads: Reads, source: Source, rows: Any) -> None:
    """Expect reads of what the first row, and what is joined to it, was made of; once for a source."""
    frame = getattr(rows, "gi_frame", None)
    names = frame.f_locals if frame is not None else {}
    if source.columns is None and "init_list" in names:
        reads.watch(source, source.site.model, names["init_list"])
    if source.children:
        _watch_joined(reads, source, names.get("related_populators") or ())


def _watch_joined(reads: Reads, source: Source, populators: Any) -> None:
    for populator in populators:
        name = getattr(getattr(populator.local_setter, "__self__", None), "cache_name", None)
        for child in source.children:
            if child.step is not None and child.step.accessor == name:
                if child.columns is None:
                    reads.watch(child, populator.model_cls, populator.init_list)
                _watch_joined(reads, child, populator.related_populators)


def _branches(source: Source, rows: Any) -> list[Branch]:
    """The relations that were joined, as a tree of the names under which Django caches them."""
    frame = getattr(rows, "gi_frame", None)
    populators = frame.f_locals.get("related_populators") if frame is not None else None
    return _grow(source, populators, source.site.model) if populators else []


def _grow(source: Source, populators: list[Any], model: type) -> list[Branch]:
    branches: list[Branch] = []
    for populator in populators:
        relation = getattr(populator.local_setter, "__self__", None)
        if relation is None:
            continue
        name = relation.cache_name
        child = next(
            (each for each in source.children if each.step and each.step.accessor == name), None
        )
        if child is None:
            child = Source(source.site, source, step_of_cache(model, name))
            source.children.append(child)
        nested = _grow(child, populator.related_populators, populator.model_cls)
        branches.append((name, child, nested))
    return branches


def _tag(instance: Any, branches: list[Branch]) -> None:
    cached = instance._state.fields_cache
    for name, source, nested in branches:
        joined = cached.get(name)
        if joined is not None:
            joined._state._source = source
            source.loaded = True
            if nested:
                _tag(joined, nested)


def _get_cached_value(self: Any, instance: Any, default: Any = NOT_PROVIDED) -> Any:
    """As Django's, and note on the instance's source that the relation was read."""
    state = instance._state
    try:
        value = state.fields_cache[self.cache_name]
    except KeyError:
        if default is NOT_PROVIDED:
            raise
        return default
    try:  # noqa: SIM105 (`suppress` is slow, and this is done for every read)
        state._source.reads.add(self.cache_name)
    except AttributeError:
        pass  # not loaded while recording
    return value


def _related_manager(recorder: Recorder, original: Callable[..., Any]) -> Any:
    def __get__(self: Any, instance: Any, cls: Any = None) -> Any:
        manager = original(self, instance, cls)
        if instance is not None:
            source = getattr(instance._state, "_source", None)
            manager._hints = RelatedHints(source, self)
            if source is not None and not recorder.prefetching and not recorder.peeking:
                step = step_of(self)
                if step is not None:
                    source.reads.add(step.accessor)
        return manager

    return __get__


def _birth(recorder: Recorder, original: Callable[[Any], Any]) -> Any:
    """Note at which line a queryset was begun; its query carries that through all clones."""
    nearest = recorder.walker.nearest

    def get_queryset(self: Any) -> Any:
        queryset = original(self)
        hints = self._hints
        # Querysets with plain hints are Django's own, for one instance that is being looked at.
        if (not hints or type(hints) is RelatedHints) and not recorder.prefetching:
            queryset._query._born = nearest(sys._getframe(1), BaseManager)
        return queryset

    return get_queryset


def _eager(recorder: Recorder, original: Callable[..., Any]) -> Any:
    """Note at which line each eager load was asked for."""

    def eager(self: Any, *names: Any) -> Any:
        queryset = original(self, *names)
        query = queryset._query
        place = recorder.walker.nearest(sys._getframe(1), BaseManager)
        asked = dict(getattr(self._query, "_asked", ()))
        for name in names:
            path = getattr(name, "prefetch_to", name)
            if isinstance(path, str):
                # What is asked for in a manager serves all its users: nobody in particular.
                asked[path] = None if _in_manager(sys._getframe(1)) else place
        query._asked = asked
        return queryset

    return eager


def _in_manager(frame: Any) -> bool:
    return frame.f_code.co_name == "get_queryset" and isinstance(
        frame.f_locals.get("self"), BaseManager
    )


def _prefetching(recorder: Recorder, original: Callable[..., Any]) -> Any:
    def prefetch_one_level(instances: Any, prefetcher: Any, lookup: Any, level: int) -> Any:
        descriptor = getattr(type(instances[0]), lookup.prefetch_through.split("__")[level], None)
        name = lookup.get_current_to_attr(level)[0]
        step = step_of(descriptor) if descriptor is not None else None
        if step is not None and name != step.accessor:
            step = Step(step.model, name, "", step.arity, step.target, relation=step.relation)
        prefetch = Prefetching(source_of(instances[0]), step, lookup.get_current_prefetch_to(level))
        recorder.prefetching.append(prefetch)
        try:
            return original(instances, prefetcher, lookup, level)
        finally:
            recorder.prefetching.pop()

    return prefetch_one_level


def _peeking(recorder: Recorder, original: Callable[..., Any]) -> Any:
    """A prefetch looks at its relation before it fills it: that does not count as reading."""

    def get_prefetcher(instance: Any, through_attr: str, to_attr: str) -> Any:
        recorder.peeking = True
        try:
            return original(instance, through_attr, to_attr)
        finally:
            recorder.peeking = False

    return get_prefetcher


def _getstate(original: Callable[[Any], Any]) -> Any:
    def __getstate__(self: Any) -> Any:
        state = original(self)
        source = state.pop("_source", None)
        if source is not None:
            source.escaped = True
        return state

    __getstate__._is_probe = True  # type: ignore[attr-defined]
    return __getstate__
