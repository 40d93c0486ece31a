"""Columns that were fetched into model instances and that nothing read.

An attribute of an instance is found in its own dictionary, where nobody can see it being read. While a
run is watched, the descriptors of the fields that a query has loaded become data descriptors, which
Python asks first. The values stay where they are. As soon as every query that loaded a field has had
it read, its descriptor is an ordinary one again: what is read all the time costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query_utils import DeferredAttribute

from .sites import Site, Source

# Of one query, the instances that are made while its fields are watched; more are made in plain haste.
WATCHED_ROWS = 50
# Sources beyond these are not watched: who sends as many different queries has other worries.
WATCHED_SOURCES = 150

_END: Any = object()


class _Watched:
    """What both kinds of descriptors have in common."""

    field: Any
    _pending: set[Source]

    def __get__(self, instance: Any, cls: type | None = None) -> Any:
        if instance is None:
            return self
        try:
            value = instance.__dict__[self.field.attname]
        except KeyError:
            # `self` is one, in both classes below; the checker sees only what they have in common.
            return DeferredAttribute.__get__(self, instance, cls)  # type: ignore[arg-type]
        source = getattr(instance.__dict__.get("_state"), "_source", None)
        if source is not None and source.columns is not None:
            source.values.add(self.field.attname)
            pending = self._pending
            pending.discard(source)
            if not pending:
                _rest(self)
        return value


class _WatchedField(_Watched, DeferredAttribute):
    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class _WatchedKey(_Watched, ForeignKeyDeferredAttribute):
    """A foreign key's, which sets by itself: it forgets the instance that it led to."""


_WATCHED: dict[type, type] = {
    DeferredAttribute: _WatchedField,
    ForeignKeyDeferredAttribute: _WatchedKey,
}
_PLAIN = {watched: plain for plain, watched in _WATCHED.items()}
for _plain, _watched in _WATCHED.items():
    # Whoever prints one sees what it is without us.
    for _name in ("__name__", "__qualname__", "__doc__", "__module__"):
        setattr(_watched, _name, getattr(_plain, _name))


def _rest(descriptor: Any) -> None:
    """Make it an ordinary descriptor again."""
    descriptor.__class__ = _PLAIN[type(descriptor)]


class Reads:
    """Watches the fields of the instances that queries load."""

    def __init__(self) -> None:
        self._descriptors: dict[int, Any] = {}
        self._sources = 0

    def watch(self, source: Source, model: Any, attnames: Iterable[str]) -> None:
        """Expect reads of these fields from instances of `source`, whose first is loaded."""
        if source.columns is not None or self._sources >= WATCHED_SOURCES:
            return
        self._sources += 1
        source.columns = {}
        for attname in attnames:
            field = model._meta.get_field(attname)
            descriptor = vars(field.model).get(attname)
            # Some fields bring a descriptor of their own, which is left alone.
            watched = _WATCHED.get(type(descriptor)) or _PLAIN.get(type(descriptor))
            if watched is None or field.primary_key or descriptor.field is not field:
                continue
            source.columns[attname] = f"{field.model._meta.db_table}.{field.column}", field.name
            vars(descriptor).setdefault("_pending", set()).add(source)
            self._descriptors[id(descriptor)] = descriptor
            _arm(descriptor)

    def rested(self, rows: Iterator[Any]) -> Iterator[Any]:
        """The rows of a query: while very many of them are made, no code of the learner's runs."""
        yield from islice(rows, WATCHED_ROWS)
        row = next(rows, _END)
        if row is _END:
            return
        resting = [each for each in self._descriptors.values() if type(each) is _WatchedField]
        for each in resting:
            _rest(each)
        try:
            yield row
            yield from rows
        finally:
            # Who keeps the rows for longer than the run finds nothing to watch any more.
            for each in resting if self._descriptors else ():
                _arm(each)

    def remove(self) -> None:
        """Leave all descriptors as they were."""
        for descriptor in self._descriptors.values():
            if type(descriptor) in _PLAIN:
                _rest(descriptor)
            vars(descriptor).pop("_pending", None)
        self._descriptors.clear()


def _arm(descriptor: Any) -> None:
    """Let it be asked for every value, unless it is already."""
    descriptor.__class__ = _WATCHED.get(type(descriptor), type(descriptor))


def unread_columns(sites: list[Site]) -> list[str] | None:
    """What was read from no instance of these sites, all of one shape; None when that is not known."""
    columns: dict[str, bool] = {}
    for site in sites:
        if site.rows is None or site.framework:
            return None
        for source in _family(site.rows):
            if source.escaped or (source.loaded and source.columns is None):
                return None
            for attname, (column, name) in (source.columns or {}).items():
                # The key that a relation was followed by had its use.
                used = attname in source.values or name in source.reads
                columns[column] = columns.get(column, False) or used
    return [column for column, used in columns.items() if not used]


def _family(source: Source) -> list[Source]:
    return [source, *(each for child in source.children for each in _family(child))]
