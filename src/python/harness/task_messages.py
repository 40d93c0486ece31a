"""How a message to a worker is told."""

from __future__ import annotations

from typing import Any

from django.db import connection

from .plain import NotPlain, plain
from .plain_json import bare

type Message = dict[str, Any]


def message(task: str, args: Any, kwargs: Any) -> Message:
    """A task that was sent, with its arguments and their types."""
    return {
        "task": task.rpartition(".")[2],
        "args": [told(each) for each in args],
        "kwargs": {str(name): told(each) for name, each in kwargs.items()},
        "types": [type(each).__name__ for each in [*args, *kwargs.values()]],
        "in_transaction": bool(connection.in_atomic_block),
    }


def told(value: Any) -> Any:
    """An argument in ordinary data; of what has none, its type."""
    try:
        return bare(plain(value))
    except NotPlain:
        return f"<{type(value).__name__}>"
