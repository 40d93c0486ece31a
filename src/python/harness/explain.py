"""How SQLite would run the queries of a recording: EXPLAIN QUERY PLAN, after the fact."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.db.utils import DatabaseError

from .recorder import Recording

# Each plan is a query as well; the judge knows how many there can be.
MOST_PLANS = 10


def plans_of(recording: Recording) -> list[dict[str, Any]]:
    """For each SELECT shape of the recording: its first query's SQL, and the steps of its plan."""
    plans: list[dict[str, Any]] = []
    seen: set[int] = set()
    for query in recording.queries:
        statement = recording.statements[query.statement]
        if statement.shape in seen or recording.shapes[statement.shape].verb != "SELECT":
            continue
        seen.add(statement.shape)
        if len(seen) > MOST_PLANS:
            break
        params = recording.samples.get(query.statement)
        plans.append({"sql": statement.sql, "steps": plan_of(statement.sql, params)})
    return plans


def plan_of(sql: str, params: Any) -> list[str]:
    """The plan's steps in words, such as "SEARCH shop_order USING INDEX order_status (status=?)".

    With the query's own parameters: a partial index is used only for the values that it covers.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            return [row[3] for row in cursor.fetchall()]
    except DatabaseError:
        # The statement is too long to have been kept whole, or its tables are gone.
        return []
