"""What an error usually means, in plain words about this very error, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from . import hints_orm, hints_project, hints_python

type Hint = Callable[[Any], str | None]

# Looked through from the top; the first that fits and has something to say is taken. A subclass stands
# above its base class.
_HINTS: tuple[tuple[type[BaseException], Hint], ...] = (
    *hints_orm.HINTS,
    *hints_project.HINTS,
    *hints_python.HINTS,
)


def hint_for(error: BaseException) -> str | None:
    """The hint for `error`; for a group, that of its first member that has one."""
    return next(_hints(error), None)


def _hints(error: BaseException) -> Iterator[str]:
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _hints(each)
    for kind, explain in _HINTS:
        if isinstance(error, kind) and (hint := explain(error)):
            yield hint
