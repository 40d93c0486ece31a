"""Record every query of a stretch of code: its SQL, its cost, and the lines that caused it.

While recording, a query costs one walk over the Python stack and one list; texts, places, shapes
and findings are worked out afterwards, by `result`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from types import TracebackType
from typing import Any, Self
from weakref import WeakKeyDictionary

import sqlparse
from django.db import connections
from django.db.backends.signals import connection_created

from .cursors import COUNTING
from .findings import find
from .fingerprint import shape_of, tables_of, verb_of
from .origins import Prefetching, Probes, RelatedHints, source_of
from .places import FRAMEWORK, OPERATION, RELATION, Walk, Walker, place_of
from .relations import step_of
from .report import Finding, Query, Shape, Statement
from .signatures import signature_of
from .sites import Site, Source

# Queries beyond these are counted, and take part in findings, but are not listed.
LISTED_QUERIES = 5_000
QUERIES_OF_A_SITE = 1_000
PARAM_LENGTH = 200
# Laying out SQL takes a millisecond; beyond these statements the text stands as it is.
LISTED_STATEMENTS = 300


@dataclass(slots=True)
class Recording:
    """What was recorded, as the report has it."""

    query_count: int
    queries: list[Query]
    statements: list[Statement]
    shapes: list[Shape]
    findings: list[Finding]
    sql_ms: float


class Recorder:
    """Records the queries of all database connections inside its `with` block."""

    def __init__(self, root: str) -> None:
        self.walker = Walker(root)
        self.count = 0
        self.loading = False
        self.loaded: Site | None = None
        self.peeking = False
        self.prefetching: list[Prefetching] = []
        self.sites: dict[Any, Site] = {}
        # SQL text -> [its index, how often, seconds]
        self.texts: dict[str, list[Any]] = {}
        # [site, params, start, seconds, rows fetched, rows changed, alias, atomic depth]
        self._records: list[list[Any]] = []
        self._requests: WeakKeyDictionary[Any, int] = WeakKeyDictionary()
        self._probes = Probes(self)
        self._watched: list[Any] = []
        self._started = 0.0
        self._interrupted = False

    def __enter__(self) -> Self:
        self.walker.floor = sys._getframe(1)
        self._probes.install()
        connection_created.connect(self._connected)
        for connection in connections.all(initialized_only=True):
            self._watch(connection)
        self._started = perf_counter()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for connection in self._watched:
            connection.execute_wrappers.remove(self._execute)
        self._watched.clear()
        connection_created.disconnect(self._connected)
        self._probes.remove()
        self.walker.floor = None
        self._interrupted = error is not None

    def _connected(self, connection: Any, **_: Any) -> None:
        self._watch(connection)

    def _watch(self, connection: Any) -> None:
        if all(each is not connection for each in self._watched):
            # First, so that it is outermost, and that the learner's own wrappers end as they began.
            connection.execute_wrappers.insert(0, self._execute)
            self._watched.append(connection)

    def _execute(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        connection = context["connection"]
        cursor = context["cursor"]
        site = self._site(sql, connection.alias)
        atomic = len(connection.savepoint_ids) + 1 if connection.in_atomic_block else 0
        number = self.count
        self.count = number + 1
        if type(params) is list and not many:
            params = tuple(params)  # the caller may go on using its list
        record = [site, params, 0.0, 0.0, None, None, connection.alias, atomic]
        counting = COUNTING.get(type(cursor))
        if counting is not None:
            cursor.__class__ = counting
        cursor._record = record
        site.count += 1
        if number < LISTED_QUERIES:
            self._records.append(record)
            if len(site.queries) < QUERIES_OF_A_SITE:
                site.queries.append(number)
        if len(site.values) < 3:
            _add(site.values, params)
        started = perf_counter()
        try:
            value = execute(sql, params, many, context)
            record[5] = cursor.cursor.rowcount
            return value
        finally:
            seconds = perf_counter() - started
            record[2] = started
            record[3] = seconds
            text = self.texts[sql]
            text[1] += 1
            text[2] += seconds

    def _site(self, sql: str, alias: str) -> Site:
        """The call site of the query that is about to run."""
        walk = self.walker.walk(sys._getframe(2))
        kind = walk.kind
        step: Any = None
        subject: Any = None
        parent: Source | None = None
        action = walk.name
        refined = None
        if kind == RELATION:
            assert walk.frame is not None
            names = walk.frame.f_locals
            subject = names["self"]
            parent = source_of(names["instance"])
        elif self.prefetching and kind != FRAMEWORK:
            prefetch = self.prefetching[-1]
            action, parent, step = "prefetch", prefetch.parent, prefetch.step
        elif kind == OPERATION:
            assert walk.frame is not None
            subject = walk.frame.f_locals["self"]
            if action == "refresh":
                # What was joined or prefetched is forgotten by a refresh: nothing to trace.
                vars(subject._state).pop("_source", None)
            hints = getattr(subject, "_hints", None)
            if type(hints) is RelatedHints:
                refined = signature_of(subject)
                subject, parent = hints.descriptor, hints.source
            else:
                subject = getattr(subject, "model", None) or type(subject)
        number = 0 if walk.request is None else self._number(walk.request)
        key = (sql, walk.stack, action, subject, step, parent, refined, number)
        site = self.sites.get(key)
        if site is None:
            site = self._new_site(sql, alias, walk, key)
        if self.loading:
            self.loading = False
            self.loaded = site
        return site

    def _new_site(self, sql: str, alias: str, walk: Walk, key: Any) -> Site:
        _, stack, action, subject, step, parent, refined, number = key
        model, field = None, ""
        if isinstance(subject, type):
            model = subject
        elif action == "deferred":
            field = subject.field.attname
            model = subject.field.model
        elif subject is not None:
            step = step_of(subject)
        text = self.texts.setdefault(sql, [len(self.texts), 0, 0.0])
        site = self.sites[key] = Site(
            text=text[0],
            stack=stack,
            action=action or "raw",
            model=model,
            step=step,
            field=field,
            parent=parent,
            request=number,
            framework=walk.kind == FRAMEWORK,
            descriptor=subject if step is not None else None,
            refined=refined,
            alias=alias,
        )
        if walk.kind == OPERATION and walk.frame is not None:
            site.builder = getattr(walk.frame.f_locals["self"], "_query", None)
        return site

    def _number(self, request: Any) -> int:
        return self._requests.setdefault(request, len(self._requests) + 1)

    def result(self, *, finished: bool = True) -> Recording:
        """What was recorded.

        Say when the code ended early: what it had not come to yet does not count as unused.
        """
        places: dict[Any, list[Any]] = {}
        shapes: list[Shape] = []
        statements: list[Statement] = []
        numbers: dict[str, int] = {}
        for sql, (_, count, seconds) in self.texts.items():
            shape = shape_of(sql)
            number = numbers.setdefault(shape, len(numbers))
            if number == len(shapes):
                shapes.append(Shape(shape, verb_of(shape), tables_of(shape), 0, 0.0))
            shapes[number].count += count
            shapes[number].total_ms += seconds * 1000
            statements.append(Statement(sql, "", number))
        for statement in statements[:LISTED_STATEMENTS]:
            statement.formatted = sqlparse.format(statement.sql, reindent=True)
        for statement in statements[LISTED_STATEMENTS:]:
            statement.formatted = statement.sql
        for each in shapes:
            each.total_ms = round(each.total_ms, 3)
        queries: list[Query] = []
        for site, params, start, seconds, fetched, changed, alias, atomic in self._records:
            stack = places.get(site.stack)
            if stack is None:
                stack = [place_of(raw) for raw in _without_neighbors(site.stack)]
                places[site.stack] = stack
            queries.append(
                Query(
                    statement=site.text,
                    params=_shown(params),
                    start_ms=round((start - self._started) * 1000, 3),
                    duration_ms=round(seconds * 1000, 3),
                    rows=_rows(fetched, changed),
                    alias=alias,
                    atomic=atomic,
                    stack=stack,
                )
            )
        findings = find(
            list(self.sites.values()),
            [statement.shape for statement in statements],
            shapes,
            self.walker.root,
            finished=finished and not self._interrupted,
        )
        return Recording(
            query_count=self.count,
            queries=queries,
            statements=statements,
            shapes=shapes,
            findings=findings,
            sql_ms=round(sum(text[2] for text in self.texts.values()) * 1000, 3),
        )


def _add(values: set[Any], params: Any) -> None:
    try:
        values.add(params)
    except TypeError:
        values.add(len(values))  # not hashable: taken for different from all others


def _rows(fetched: int | None, changed: int | None) -> int | None:
    if fetched is not None:
        return fetched
    return changed if changed is not None and changed >= 0 else None


def _shown(params: Any) -> list[str]:
    """Each parameter as Python prints it; those of `executemany` row by row, the first of them."""
    if params is None:
        return []
    if isinstance(params, dict):
        return [f"{name}={_cut(value)}" for name, value in params.items()]
    if not isinstance(params, (list, tuple)):
        return [f"<{type(params).__name__}>"]  # an iterator, which is not ours to read
    return [_cut(value) for value in params]


def _cut(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= PARAM_LENGTH else text[: PARAM_LENGTH - 1] + "…"


def _without_neighbors(stack: Any) -> list[Any]:
    """A generator and its consumer are often on one line: that is one place."""
    return [raw for index, raw in enumerate(stack) if index == 0 or raw != stack[index - 1]]
