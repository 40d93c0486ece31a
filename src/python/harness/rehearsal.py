"""Run an app's migrations on rows: forward, back, forward again, and once more with an interruption."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import QuerySet

from . import database
from .errors import describe, message_of
from .request import Files
from .rows import Examples, insert

type Rows = dict[str, list[dict[str, Any]]]

MAX_STATEMENTS = 4_000
MAX_SQL = 160


class Killed(BaseException):
    """What a stopped process looks like to the migration that was running."""


class Rehearsal:
    """The migrations `chain` of an app, which follow on `after`."""

    def __init__(self, app: str, after: str, chain: list[str], sources: Files) -> None:
        self._app = app
        self._after = after
        self._chain = chain
        self._sources = sources
        # Models as they were after a migration: to render them takes longer than to use them.
        self._states: dict[str, Any] = {}

    def run(
        self, given: list[dict[str, Any]], late: list[dict[str, Any]], kill: dict[str, Any] | None
    ) -> dict[str, Any]:
        """Everything that came of it, step by step, up to the first error.

        `given` are rows as models were at `after`. `late` are rows that others write after one of the
        migrations, with the models of any of them. `kill` says in which migration, and after how many rows,
        to stop.
        """
        self._migrate(self._after)
        for row in given:
            self._insert(self._after, row)
        told: dict[str, Any] = {"before": self._rows(self._after), "steps": [], "killed": None}
        saved: bytes | None = None
        for name in self._chain:
            if kill and name == kill["migration"]:
                saved = database.save()
            step = self._step(name, late)
            told["steps"].append(step)
            if step["error"]:
                return told
        leaf = self._chain[-1]
        told["back"] = self._attempt(lambda: self._migrate(self._after), self._after)
        if not told["back"]["error"]:
            told["again"] = self._attempt(lambda: self._migrate(leaf), leaf)
        if kill and saved:
            database.load(saved)
            told["killed"] = self._killed(kill)
        return told

    def _step(self, name: str, late: list[dict[str, Any]]) -> dict[str, Any]:
        with _logged() as log:
            step = self._attempt(lambda: self._migrate(name), name)
        step |= {"name": name, "log": log, "late": []}
        if not step["error"]:
            for row in late:
                if row["after"] == name:
                    step["late"].append(self._late(row))
            step["rows"] = self._rows(name)
        return step

    def _late(self, row: dict[str, Any]) -> dict[str, Any]:
        try:
            with transaction.atomic():
                self._insert(row["state"], row)
        except (DatabaseError, TypeError, ValueError) as error:
            return {"done": False, "error": type(error).__name__, "message": message_of(error)}
        return {"done": True}

    def _killed(self, kill: dict[str, Any]) -> dict[str, Any]:
        stopped = False
        with _killing(kill["rows"]):
            try:
                self._migrate(kill["migration"])
            except Killed:
                stopped = True
        told: dict[str, Any] = {
            "stopped": stopped,
            "rows": self._rows(self._before(kill["migration"])),
        }
        leaf = self._chain[-1]
        return told | {"resumed": self._attempt(lambda: self._migrate(leaf), leaf)}

    def _before(self, name: str) -> str:
        return [self._after, *self._chain][self._chain.index(name)]

    def _attempt(self, action: Callable[[], None], state: str) -> dict[str, Any]:
        try:
            action()
            return {"error": None, "rows": self._rows(state)}
        except Exception as error:  # whatever the learner's migration raises is what came of it
            told = describe(error, self._sources)
            frame = told.frames[-1] if told.frames else None
            place = [frame.file, frame.line] if frame else None
            return {"error": {"type": told.type, "message": told.message, "place": place}}

    def _migrate(self, name: str) -> None:
        MigrationExecutor(connection).migrate([(self._app, name)])

    def _apps(self, name: str) -> Any:
        if name not in self._states:
            loader = MigrationLoader(connection)
            self._states[name] = loader.project_state((self._app, name)).apps
        return self._states[name]

    def _insert(self, state: str, row: dict[str, Any]) -> None:
        examples = Examples(self._apps(state), {})
        insert(examples.instance(f"{self._app}.{row['model']}", row["values"]))

    def _rows(self, state: str) -> Rows:
        models = self._apps(state).get_app_config(self._app).get_models()
        return {each.__name__: list(QuerySet(each).order_by("pk").values()) for each in models}


@contextmanager
def _logged() -> Generator[list[list[Any]]]:
    """Each statement with the number of rows that had been changed when it began; at the end, None."""
    log: list[list[Any]] = []
    connection.ensure_connection()
    handle: Any = connection.connection

    def note(sql: str) -> None:
        if len(log) < MAX_STATEMENTS:
            log.append([sql[:MAX_SQL], handle.total_changes])

    handle.set_trace_callback(note)
    try:
        yield log
    finally:
        handle.set_trace_callback(None)
        log.append([None, handle.total_changes])


@contextmanager
def _killing(rows: int) -> Generator[None]:
    """End whatever writes, at its first statement after so many rows."""
    connection.ensure_connection()
    handle: Any = connection.connection
    start = handle.total_changes

    def watch(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        verb = str(sql).lstrip()[:6].upper()
        if verb in ("UPDATE", "INSERT", "DELETE") and handle.total_changes - start >= rows:
            raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield
