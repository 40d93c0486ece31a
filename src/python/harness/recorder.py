"""Record every query of a stretch of code: its SQL, its cost, and the lines that caused it.

While recording, a query costs one list and, when it does not come the way of the one before, a walk
over the Python stack; texts, places, shapes and findings are worked out afterwards, by `result`.
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
from sqlparse.exceptions import SQLParseError

from .findings import find
from .fingerprint import shape_of, tables_of, verb_of
from .origins import Prefetching, Probes, RelatedHints, source_of
from .places import FRAMEWORK, OPERATION, RELATION, Walk, Walker, place_of, read_stack
from .plans import EXPLAINED, explain
from .relations import followed, step_of
from .report import Finding, Query, Shape, Statement
from .routes import Route, route_of
from .signatures import signature_of
from .sites import Site, Source
from .unread import Reads, unread_columns

# Queries beyond these are counted, and take part in findings, but are not listed.
LISTED_QUERIES = 10_000
QUERIES_OF_A_SITE = 1_000
PARAM_LENGTH = 200
LISTED_STATEMENTS = 300
# Characters of one SQL text, and of all: what goes beyond is cut, so that a report stays readable.
STATEMENT_LENGTH = 10_000
STATEMENTS_LENGTH = 4_000_000
# sqlparse takes a millisecond for a hundred characters or so.
LAID_OUT_LENGTH = 4_000
# Of a run, this many shapes get a plan.
PLANNED_SHAPES = 40
# Frames above `_site`: the wrapper, and two of Django's cursor, are nobody's.
ABOVE = 4


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

    def __init__(self, root: str, *, closely: bool = False) -> None:
        """Closely: with the plans of statements, and the columns that nobody read."""
        self.walker = Walker(root)
        self.reads = Reads() if closely else None
        self.count = 0
        self.loading = False
        self.loaded: Site | None = None
        self.peeking = False
        self.prefetching: list[Prefetching] = []
        self.sites: dict[Any, Site] = {}
        # The index of each SQL text.
        self.texts: dict[str, int] = {}
        # [site, params, start, seconds, rows fetched, rows changed, atomic depth]
        self._records: list[list[Any]] = []
        # How each SQL text was reached the last time: most often, it is reached so again.
        self._routes: dict[str, Route] = {}
        self._wrapper = self._recording()
        self._requests: WeakKeyDictionary[Any, int] = WeakKeyDictionary()
        self._probes = Probes(self)
        self._watched: list[Any] = []
        self._started = 0.0
        self._interrupted = False
        self._tallied = False

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
            connection.execute_wrappers.remove(self._wrapper)
        self._watched.clear()
        connection_created.disconnect(self._connected)
        self._probes.remove()
        if self.reads is not None:
            self.reads.remove()
        self.walker.floor = None
        self._interrupted = error is not None

    def _connected(self, connection: Any, **_: Any) -> None:
        self._watch(connection)

    def _watch(self, connection: Any) -> None:
        if all(each is not connection for each in self._watched):
            # First, so that it is outermost, and that the learner's own wrappers end as they began.
            connection.execute_wrappers.insert(0, self._wrapper)
            self._watched.append(connection)

    def _recording(self) -> Callable[..., Any]:
        """The wrapper of executions; what it needs for each query is a local name of its own."""
        keep = self._records.append
        site_of = self._site
        limit = LISTED_QUERIES
        now = perf_counter

        def execute_recorded(
            execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
        ) -> Any:
            cursor = context["cursor"]
            connection = cursor.db
            site = site_of(sql, connection.alias)
            if type(params) is list and not many:
                params = tuple(params)  # the caller may go on using its list
            atomic = len(connection.savepoint_ids) + 1 if connection.in_atomic_block else 0
            record = [site, params, 0.0, 0.0, None, None, atomic]
            self.count = number = self.count + 1
            if number <= limit:
                keep(record)
            cursor._record = record
            record[2] = started = now()
            try:
                value = execute(sql, params, many, context)
                if site.writes:
                    record[5] = cursor.cursor.rowcount
                return value
            finally:
                record[3] = seconds = now() - started
                if number > limit:
                    site.count += 1
                    site.seconds += seconds

        return execute_recorded

    def _site(self, sql: str, alias: str) -> Site:
        """The call site of the query that is about to run."""
        route = self._routes.get(sql)
        walk = known = None if route is None else route.again()
        if walk is None:
            walk = self.walker.walk(sys._getframe(ABOVE))
        stack, kind, action, frame, request = walk
        step: Any = None
        subject: Any = None
        parent: Source | None = None
        refined = None
        if kind == RELATION:
            assert frame is not None
            names = frame.f_locals
            subject = names["self"]
            parent = source_of(names["instance"])
        elif self.prefetching and kind != FRAMEWORK:
            prefetch = self.prefetching[-1]
            action, parent, step = "prefetch", prefetch.parent, prefetch.step
        elif kind == OPERATION:
            assert frame is not None
            subject = frame.f_locals["self"]
            if action == "refresh":
                # What was joined or prefetched is forgotten by a refresh: nothing to trace.
                vars(subject._state).pop("_source", None)
            hints = getattr(subject, "_hints", None)
            if type(hints) is RelatedHints:
                refined = signature_of(subject)
                subject, parent = hints.descriptor, hints.source
            else:
                subject = getattr(subject, "model", None) or type(subject)
        number = 0 if request is None else self._number(request)
        key = (sql, stack, action, subject, step, parent, refined, number, alias)
        site = self.sites.get(key)
        if site is None:
            site = self._new_site(walk, key)
        elif known is None:
            self._follow(sql, site, walk)
        if self.loading:
            self.loading = False
            self.loaded = site
        return site

    def _follow(self, sql: str, site: Site, walk: Walk) -> None:
        """Expect the next query of this text to come the same way; worked out once for a site."""
        if not site.route_sought:
            site.route_sought = True
            # One frame less than for a walk, and one more for the route's own.
            site.route = route_of(walk, self.walker, sys._getframe(ABOVE + 1), ABOVE + 1)
        if site.route is not None:
            self._routes[sql] = site.route

    def _new_site(self, walk: Walk, key: Any) -> Site:
        sql, stack, action, subject, step, parent, refined, number, alias = key
        _, kind, _, frame, _ = walk
        model, field = None, ""
        if isinstance(subject, type):
            model = subject
        elif action == "deferred":
            field = subject.field.attname
            model = subject.field.model
        elif subject is not None:
            step = step_of(subject)
        site = self.sites[key] = Site(
            text=self.texts.setdefault(sql, len(self.texts)),
            writes=not sql.lstrip(" \n\t(").upper().startswith("SELECT"),
            stack=read_stack(stack),
            action=action or "raw",
            model=model,
            step=step,
            field=field,
            parent=parent,
            request=number,
            framework=kind == FRAMEWORK,
            descriptor=subject if step is not None else None,
            refined=refined,
            alias=alias,
        )
        if kind == OPERATION and frame is not None:
            site.builder = getattr(frame.f_locals["self"], "_query", None)
        return site

    def _number(self, request: Any) -> int:
        return self._requests.setdefault(request, len(self._requests) + 1)

    def result(self, *, finished: bool = True) -> Recording:
        """What was recorded.

        Say when the code ended early: what it had not come to yet does not count as unused. Plans are
        asked of the database now.
        """
        self._tally()
        statements, shapes = self._statements()
        ended = finished and not self._interrupted
        self._describe(statements, shapes, ended=ended)
        places: dict[Any, list[Any]] = {}
        queries: list[Query] = []
        for site, params, start, seconds, fetched, changed, atomic in self._records:
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
                    alias=site.alias,
                    atomic=atomic,
                    stack=stack,
                )
            )
        findings = find(
            list(self.sites.values()),
            [statement.shape for statement in statements],
            shapes,
            self.walker.root,
            finished=ended,
        )
        return Recording(
            query_count=self.count,
            queries=queries,
            statements=statements,
            shapes=shapes,
            findings=findings,
            sql_ms=round(sum(site.seconds for site in self.sites.values()) * 1000, 3),
        )

    def _tally(self) -> None:
        """Add the listed queries to what their sites counted beyond them; done once."""
        if self._tallied:
            return
        self._tallied = True
        for number, (site, params, _, seconds, *_) in enumerate(self._records):
            site.count += 1
            site.seconds += seconds
            if len(site.queries) < QUERIES_OF_A_SITE:
                site.queries.append(number)
            if len(site.values) < 3:
                _add(site.values, params)

    def _statements(self) -> tuple[list[Statement], list[Shape]]:
        shapes: list[Shape] = []
        statements: list[Statement] = []
        numbers: dict[str, int] = {}
        room = STATEMENTS_LENGTH
        for full in self.texts:
            sql = _cut(full, max(200, min(STATEMENT_LENGTH, room)))
            room -= len(sql)
            shape = shape_of(sql)
            number = numbers.setdefault(shape, len(numbers))
            if number == len(shapes):
                shapes.append(Shape(shape, verb_of(shape), tables_of(shape), 0, 0.0))
            # Laying out takes a millisecond: of very many statements, the last stay as they are.
            lays_out = len(statements) < LISTED_STATEMENTS
            text = _laid_out(sql) if lays_out else sql
            statements.append(Statement(sql, text, number))
        for site in self.sites.values():
            shape = shapes[statements[site.text].shape]
            shape.count += site.count
            shape.total_ms += site.seconds * 1000
        for each in shapes:
            each.total_ms = round(each.total_ms, 3)
        return statements, shapes

    def _describe(self, statements: list[Statement], shapes: list[Shape], *, ended: bool) -> None:
        """What else is known of each shape: the relations that it follows, what was in vain, its plan."""
        members: list[list[Site]] = [[] for _ in shapes]
        for site in self.sites.values():
            members[statements[site.text].shape].append(site)
        for shape, sites in zip(shapes, members, strict=True):
            shape.relations = list(dict.fromkeys(name for each in sites for name in followed(each)))
            if ended and self.reads is not None:
                shape.unread = unread_columns(sites)
        if self.reads is not None:
            self._plan(shapes, members)

    def _plan(self, shapes: list[Shape], members: list[list[Site]]) -> None:
        first: dict[int, Any] = {}
        for site, params, *_ in self._records:
            first.setdefault(id(site), params)
        texts = list(self.texts)
        wanted = [number for number, shape in enumerate(shapes) if shape.verb in EXPLAINED]
        for number in wanted[:PLANNED_SHAPES]:
            site = members[number][0]
            if id(site) in first:
                shapes[number].plan = explain(texts[site.text], first[id(site)], site.alias)


def _laid_out(sql: str) -> str:
    """The SQL over several lines; as it is when that would take too long, as in a bulk insert."""
    if len(sql) > LAID_OUT_LENGTH:
        return sql
    try:
        return sqlparse.format(sql, reindent=True)
    except SQLParseError:  # more tokens, or deeper nesting, than it takes
        return sql


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


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
        return [f"{name}={_repr(value)}" for name, value in params.items()]
    if not isinstance(params, (list, tuple)):
        return [f"<{type(params).__name__}>"]  # an iterator, which is not ours to read
    return [_repr(value) for value in params]


def _repr(value: Any) -> str:
    return _cut(repr(value), PARAM_LENGTH)


def _without_neighbors(stack: Any) -> list[Any]:
    """A generator and its consumer are often on one line: that is one place."""
    return [raw for index, raw in enumerate(stack) if index == 0 or raw != stack[index - 1]]
