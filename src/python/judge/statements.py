"""The statements of a recording, for requirements that look into their SQL."""

from __future__ import annotations

from collections.abc import Iterator

from harness.report import Place, Query, Report

from .prepared import Database, Unreadable
from .ruling import Failed, Outcome


def fetching(report: Report) -> Iterator[Query]:
    """The queries that read tables."""
    for query in report.queries:
        shape = report.shapes[report.statements[query.statement].shape]
        if shape.verb in ("SELECT", "WITH"):
            yield query


def distinct(report: Report) -> Iterator[tuple[str, Query]]:
    """Each text that reads tables, with the first query that sent it."""
    seen: set[int] = set()
    for query in fetching(report):
        if query.statement not in seen:
            seen.add(query.statement)
            yield report.statements[query.statement].sql, query


def unseen(name: str, outcome: Outcome, number: int) -> Failed | None:
    """Queries that went past the recorder may have read anything."""
    past = outcome.queries - outcome.mine.claim.report.query_count
    if past <= 0:
        return None
    return Failed(
        f"{past:,} statements of `{name}` went past Django, so what they read cannot be told.",
        "Not yet: use Django's connection, so that the queries can be seen.",
        shown=number,
    )


def unreadable(name: str, sql: str, reason: Unreadable, number: int) -> Failed:
    """A query of the recording cannot be looked into."""
    return Failed(
        f"A query of `{name}` cannot be explained ({reason}): {sql[:120]}",
        "Not yet: a query cannot be explained.",
        shown=number,
    )


def database_of(outcome: Outcome) -> Database:
    """An empty database like the one that the submission found."""
    return Database(outcome.mine.claim.facts.get("schema", []))


def place_of(query: Query) -> Place | None:
    """The learner's line that fired it."""
    return query.stack[0] if query.stack else None


def line_of(query: Query) -> str:
    """That line as the end of a sentence, or nothing."""
    place = place_of(query)
    return f" from line {place.line} of {place.file}" if place else ""
