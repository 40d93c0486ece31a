"""Hints for errors of Python itself, and of this platform."""

from __future__ import annotations

import builtins
import re
from typing import Any

from .event_loop import Deadlock
from .output import OutputLimitExceeded
from .words import did_you_mean, frames


def _name(error: NameError) -> str | None:
    name = error.name or ""
    frame = next(frames(error), None)
    if not name or frame is None:
        return None
    if isinstance(error, UnboundLocalError):
        return (
            f"`{name}` is assigned somewhere in this function, so it is local to all of it, and has no "
            "value yet at this line."
        )
    known = [*frame.f_locals, *frame.f_globals, *dir(builtins)]
    meant = did_you_mean(name, (each for each in known if not each.startswith("_")))
    return f"Nothing is named `{name}` here.{meant or ' Is an import missing?'}"


def _none(error: AttributeError) -> str | None:
    if error.obj is not None or "'NoneType' object" not in str(error):
        return None
    return (
        f"What stands before `.{error.name}` is None. `.first()` gives None when there is no row, a "
        "nullable relation when it is empty, and a function when it does not return: ask for None first."
    )


def _recursion(error: RecursionError) -> str:
    innermost = next(frames(error), None)
    name = innermost.f_code.co_name if innermost else "A function"
    return (
        f"Functions call each other without end, the last was `{name}`. Often it is a `__str__`, a "
        "property or a signal handler (one that saves what was just saved) that leads back to itself."
    )


def _memory(error: MemoryError) -> str:
    return (
        "The program asked for more memory than it gets here. Do not hold all rows at once: "
        "`.iterator()`, smaller batches, or let the database do the sum."
    )


def _type(error: TypeError) -> str | None:
    text = str(error)
    if "offset-naive and offset-aware" in text:
        return (
            "One of the two times has a time zone and the other has none. Use `timezone.now()` instead "
            "of `datetime.now()`, and `timezone.make_aware()` for a time without a zone."
        )
    if re.search(r"'(decimal\.Decimal|float)' and '(decimal\.Decimal|float)'", text):
        return 'Decimal and float do not mix: write the number as `Decimal("0.1")`.'
    if found := re.match(r"Object of type (\w+) is not JSON serializable", text):
        return (
            f"JSON has no form for `{found[1]}`: turn it into text or numbers first, or pass "
            "`cls=DjangoJSONEncoder` (a queryset needs `list(qs.values())`)."
        )
    if "was never awaited" in text or "coroutine" in text:
        return "An async function gives its result only to `await`: it is missing before the call."
    return None


def _attribute(error: AttributeError) -> str | None:
    if "'coroutine' object has no attribute" in str(error):
        return "An async function gives its result only to `await`: it is missing before the call."
    return None


def _input(error: EOFError) -> str | None:
    return (
        "There is no keyboard to read from here: put the value into the code instead of `input()`."
    )


def _output(error: OutputLimitExceeded) -> str:
    return "The program printed without end, and was stopped. Look for a loop that never finishes."


def _deadlock(error: Deadlock) -> str:
    return "Something is awaited that nothing will ever set: a lock held twice, an event, an empty queue."


HINTS: Any = (
    (NameError, _name),
    (AttributeError, _none),
    (AttributeError, _attribute),
    (Deadlock, _deadlock),
    (RecursionError, _recursion),
    (MemoryError, _memory),
    (TypeError, _type),
    (EOFError, _input),
    (OutputLimitExceeded, _output),
)
