"""How SQLite goes about a statement: its `EXPLAIN QUERY PLAN`, read step by step.

Asked for after the learner's code has ended, on the connection as that code left it and below all of
Django's wrappers. Explaining executes nothing; where it is not possible, there is no plan.
"""

from __future__ import annotations

import datetime
import decimal
import re
import uuid
from typing import Any

from django.db import connections
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from .report import PlanKind, PlanStep

EXPLAINED = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH"})
# Binding a value of any other type could call code of the learner's.
_PLAIN = frozenset(
    {
        type(None),
        bool,
        int,
        float,
        str,
        bytes,
        decimal.Decimal,
        datetime.date,
        datetime.datetime,
        datetime.time,
        uuid.UUID,
    }
)
_ACCESS = re.compile(
    r"(?P<verb>SCAN|SEARCH) (?P<table>\S+)"
    r"(?: USING (?:(?P<automatic>AUTOMATIC )?(?:PARTIAL )?(?P<covering>COVERING )?INDEX"
    r"(?: (?P<index>(?!\()\S+))?|(?P<key>(?:INTEGER )?PRIMARY KEY)))?"
)
_SORT = re.compile(r"USE TEMP B-TREE FOR|\bUSING TEMP B-TREE\b")
_SUBQUERY = re.compile(
    r"\b(?:SUBQUERY|CO-ROUTINE|MATERIALIZE|COMPOUND QUERY|UNION|RECURSIVE STEP)\b"
)
_NAME = r'(?:"((?:[^"]|"")*)"|([A-Za-z_]\w*))'
_ALIASED = re.compile(rf"\b(?:FROM|JOIN|UPDATE|INTO)\s+{_NAME}\s+(?:AS\s+)?{_NAME}", re.IGNORECASE)


def explain(sql: str, params: Any, alias: str) -> list[PlanStep] | None:
    """The plan of a statement, outermost steps first; None when nobody can say."""
    given = _given(params)
    if given is None or alias not in connections:
        return None
    connection = connections[alias]
    if connection.vendor != "sqlite" or connection.connection is None:
        return None
    try:
        cursor = connection.connection.cursor(factory=SQLiteCursorWrapper)
        try:
            rows = cursor.execute(f"EXPLAIN QUERY PLAN {sql}", *given).fetchall()
        finally:
            cursor.close()
        return read_plan([tuple(row) for row in rows], sql)
    except Exception:  # a closed connection, a table that is gone: then there is no plan
        return None


def _given(params: Any) -> tuple[Any, ...] | None:
    """The arguments after the SQL; None when they are not ours to bind."""
    if params is None:
        return ()
    if type(params) is list and params:
        params = params[0]  # the first of `executemany`
    if type(params) not in (tuple, list, dict):
        return None
    values: Any = params.values() if type(params) is dict else params
    return (params,) if all(type(value) in _PLAIN for value in values) else None


def read_plan(rows: list[tuple[Any, ...]], sql: str) -> list[PlanStep]:
    """Steps from SQLite's rows of id, parent, an unused number and the detail."""
    tables = {second or first: name for name, first, second in _aliases(sql)}
    depths: dict[int, int] = {}
    steps: list[PlanStep] = []
    for number, parent, _, detail in rows:
        depths[number] = depth = depths.get(parent, -1) + 1
        steps.append(_step(str(detail), depth, tables))
    return steps


def _aliases(sql: str) -> list[tuple[str, str, str]]:
    """Tables that go by another name here: the table, and that name, quoted or not."""
    return [
        ((quoted or bare).replace('""', '"'), first, second)
        for quoted, bare, first, second in _ALIASED.findall(sql)
    ]


def _step(detail: str, depth: int, tables: dict[str, str]) -> PlanStep:
    access = _ACCESS.match(detail)
    if access:
        name = access["table"]
        kind: PlanKind = "scan" if access["verb"] == "SCAN" else "search"
        index = "primary key" if access["key"] else access["index"]
        if access["automatic"]:
            index = "automatic"
        return PlanStep(
            depth, detail, kind, tables.get(name, name), index, access["covering"] is not None
        )
    if _SORT.search(detail):
        kind = "sort"
    elif _SUBQUERY.search(detail):
        kind = "subquery"
    else:
        kind = "other"
    return PlanStep(depth, detail, kind, None, None, False)
