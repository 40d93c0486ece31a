"""What a grading lays on the table: one shape for each kind of exercise, besides texts and tables.

The dataclasses mirror `src/runtime/exhibits.ts` field by field. All of it is told by claims: it is to be
looked at, and no verdict rests on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .place import Place


@dataclass(slots=True)
class CodeExhibit:
    """A text in a language: SQL, a plan, a log."""

    title: str
    language: str
    text: str
    kind: Literal["code"] = "code"


@dataclass(slots=True)
class TableExhibit:
    """A table under its title."""

    title: str
    columns: list[str]
    rows: list[list[str]]
    kind: Literal["table"] = "table"


@dataclass(slots=True)
class Pair:
    """A header, or a field of a log record: its name and its value, as text."""

    name: str
    value: str


@dataclass(slots=True)
class Message:
    """One half of an HTTP exchange; `cut` counts the characters of the body that are left out."""

    headers: list[Pair]
    body: str
    cut: int


@dataclass(slots=True)
class Visit:
    """A request and its response, or with an empty method something that the author did in between."""

    method: str
    path: str
    who: str
    status: int | None
    queries: int
    ms: float
    # Why it was not sent, or the exception that came out.
    trouble: str
    place: Place | None
    request: Message
    response: Message
    # What is not as some check demands, a sentence each.
    wrong: list[str]


@dataclass(slots=True)
class HttpExhibit:
    """The visits of a scenario, in their order."""

    title: str
    visits: list[Visit]
    kind: Literal["http"] = "http"


@dataclass(slots=True)
class LockTold:
    """What a statement locks in PostgreSQL, and what that means for others."""

    action: str
    # Empty when no table is locked.
    mode: str
    blocks: str
    rewrites: bool
    scans: bool
    sentence: str


@dataclass(slots=True)
class Operation:
    """An operation of a migration as each database gets it; None where its SQL is not known."""

    text: str
    sqlite: list[str] | None
    postgres: list[str] | None
    locks: list[LockTold]


@dataclass(slots=True)
class Stage:
    """The rows of a model after a migration ran on them, and what became of those before it."""

    model: str
    count: int
    lost: int
    added: int
    changed: int


@dataclass(slots=True)
class MigrationTold:
    """A migration: what it does in each database, and what came of running it on rows."""

    name: str
    place: Place | None
    atomic: bool
    operations: list[Operation]
    # PostgreSQL's way back; None where there is none, or where nobody asked.
    back: list[str] | None
    # Whether each operation can be undone.
    reversible: bool
    ran: Literal["ran", "failed", "not run"]
    # What it raised; what a database says that refuses to write its SQL down.
    errors: list[str]
    rows: list[Stage]
    # What became of rows that others wrote afterwards: nothing, or the error.
    late: list[str]


@dataclass(slots=True)
class MigrationsExhibit:
    """Migrations in the order in which they run; then what going back, and forward again, did to the rows."""

    title: str
    migrations: list[MigrationTold]
    before: list[Stage]
    back: list[Stage]
    # Why going back did not work; empty when it did, or was not tried.
    back_error: str
    kind: Literal["migrations"] = "migrations"


@dataclass(slots=True)
class CacheEvent:
    """One operation on the cache."""

    operation: str
    key: str
    # Empty when nobody else is about.
    who: str
    outcome: Literal["hit", "miss", "stored", "refused", "other"]
    # For how long, and whatever else is worth a word.
    detail: str


@dataclass(slots=True)
class CacheMeeting:
    """A second caller came at a moment of the first: how often the value was computed for both."""

    moment: str
    calls: int


@dataclass(slots=True)
class CacheStep:
    """A step, and what it asked of the cache."""

    told: str
    queries: int
    events: list[CacheEvent]
    meetings: list[CacheMeeting]


@dataclass(slots=True)
class CacheExhibit:
    """What was asked of the cache, step by step."""

    title: str
    steps: list[CacheStep]
    kind: Literal["cache"] = "cache"


@dataclass(slots=True)
class TaskSent:
    """A message to a worker: `notify(3)`."""

    task: str
    in_transaction: bool


@dataclass(slots=True)
class TaskRun:
    """One attempt at a task, `at` so many seconds of the worker's clock."""

    task: str
    # The same for all attempts of one message, from 1.
    message: int
    attempt: int
    at: float
    outcome: Literal["succeeded", "failed", "retried", "other"]
    # As the queue calls it.
    state: str
    # The message was delivered, and run, before.
    again: bool
    error: str


@dataclass(slots=True)
class TaskStep:
    """A step, what it sent, and what a worker ran in it."""

    told: str
    sent: list[TaskSent]
    runs: list[TaskRun]


@dataclass(slots=True)
class TasksExhibit:
    """Background tasks, step by step."""

    title: str
    steps: list[TaskStep]
    kind: Literal["tasks"] = "tasks"


@dataclass(slots=True)
class LogRecord:
    """A record of `logging`, and the lines that came out of it where that was looked at."""

    level: str
    logger: str
    message: str
    # What `extra` added.
    fields: list[Pair]
    place: Place | None
    # The exception in short; empty without one.
    error: str
    # None where nobody looked.
    lines: list[str] | None


@dataclass(slots=True)
class LogsExhibit:
    """Log records, in the order in which they were made."""

    title: str
    records: list[LogRecord]
    kind: Literal["logs"] = "logs"


@dataclass(slots=True)
class Implementation:
    """Code that tests ran on; `flaw` says what is wrong with it, and is empty when it is right."""

    name: str
    flaw: str
    # Why there is less than there should be; empty when the tests came to their end.
    trouble: str


@dataclass(slots=True)
class TestResult:
    """What came of a test on an implementation, which is told by its index."""

    on: int
    outcome: str
    # A mistake was noticed, by a test that passes on all that is right.
    noticed: bool
    message: str
    place: Place | None


@dataclass(slots=True)
class TestTold:
    """A test, and what came of it on each implementation that it ran on."""

    name: str
    file: str
    results: list[TestResult]


@dataclass(slots=True)
class TestsExhibit:
    """Tests against implementations."""

    title: str
    implementations: list[Implementation]
    tests: list[TestTold]
    kind: Literal["tests"] = "tests"


@dataclass(slots=True)
class RaceStep:
    """What one of two callers did; `note` says what is wrong with it."""

    caller: str
    sql: str
    effect: str
    place: Place | None
    waits: bool
    note: str


@dataclass(slots=True)
class RaceExhibit:
    """Two callers of one function, interleaved."""

    title: str
    # When B came, as a sentence.
    told: str
    steps: list[RaceStep]
    # What they left, and whether that is as demanded.
    state: str
    holds: bool
    kind: Literal["race"] = "race"


Exhibit = (
    CodeExhibit
    | TableExhibit
    | HttpExhibit
    | MigrationsExhibit
    | CacheExhibit
    | TasksExhibit
    | LogsExhibit
    | TestsExhibit
    | RaceExhibit
)
