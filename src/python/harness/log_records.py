"""What learner code logs, as records: seen by what hands them to handlers, so that no handler changes.

A handler of our own would change what is printed: a root logger that has one no longer falls back to
standard error, and `logging.basicConfig()` leaves it alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from .exhibits import LogRecord, Pair
from .place import Place
from .project import ROOT

MAX_RECORDS = 500
MAX_TEXT = 2_000

# What every record has; the rest came by `extra`.
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
# Made into text without running anybody's code, and without a query.
_SIMPLE = (str, int, float, bool, type(None), Decimal, date, datetime, time, timedelta, UUID)


@contextmanager
def logged() -> Generator[list[LogRecord]]:
    """The records that reach handlers, or would if there were any, while this is open."""
    records: list[LogRecord] = []
    original: Callable[[logging.Logger, logging.LogRecord], None] = logging.Logger.callHandlers

    def call_handlers(logger: logging.Logger, record: logging.LogRecord) -> None:
        try:
            original(logger, record)
        finally:
            if len(records) < MAX_RECORDS:
                records.append(_told(record))

    # Replacing a method is what this is for; the checker forbids it everywhere.
    logging.Logger.callHandlers = call_handlers  # type: ignore[method-assign]
    try:
        yield records
    finally:
        logging.Logger.callHandlers = original  # type: ignore[method-assign]


def _told(record: logging.LogRecord) -> LogRecord:
    extra = {name: value for name, value in vars(record).items() if name not in _USUAL}
    return LogRecord(
        _cut(str(record.levelname)),
        _cut(str(record.name)),
        _cut(_message(record)),
        [Pair(_cut(str(name)), _cut(_text(value))) for name, value in extra.items()],
        _place(record),
        _error(record),
        None,
    )


def _message(record: logging.LogRecord) -> str:
    """The text as a handler has made it; made here only where that asks nobody's code."""
    if type(made := vars(record).get("message")) is str:
        return made
    args: Any = record.args
    values: Any = args.values() if type(args) is dict else args or ()
    if type(record.msg) is not str or any(type(each) not in _SIMPLE for each in values):
        return _text(record.msg)
    try:
        return record.getMessage()
    except TypeError, ValueError, KeyError:
        # The arguments do not fit, which `logging` itself only prints.
        return record.msg


def _text(value: Any) -> str:
    if type(value) is str:
        return value
    if type(value) in _SIMPLE:
        return str(value)
    if type(value) in (list, tuple) and all(type(each) in _SIMPLE for each in value):
        return repr(value)
    if type(value) is dict and all(
        type(each) in _SIMPLE for pair in value.items() for each in pair
    ):
        return repr(value)
    return f"<{type(value).__name__}>"


def _place(record: logging.LogRecord) -> Place | None:
    path = str(record.pathname)
    if not path.startswith(f"{ROOT}/"):
        return None
    return Place(path.removeprefix(f"{ROOT}/"), int(record.lineno), str(record.funcName or ""))


def _error(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if error is None:
        return ""
    words = ", ".join(_text(each) for each in error.args)
    return _cut(f"{type(error).__name__}: {words}" if words else type(error).__name__)


def _cut(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"
