"""Describe an exception as a learner needs it: their frames, the line, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any

from django.db.models import ProtectedError, RestrictedError

from .hints import hint_for
from .places import _scope as scope_of  # pyright: ignore[reportPrivateUsage]
from .project import ROOT
from .report import Cause, Frame, LearnerError
from .request import Files

MAX_MESSAGE = 4_000
MAX_FRAMES = 20
MAX_CAUSES = 5


def describe(error: BaseException, sources: Files) -> LearnerError:
    """The report's form of `error`; `sources` are the texts of the project's files.

    Never raises, whatever the error's own methods do.
    """
    frames = _frames(error, sources)
    try:
        hint = hint_for(error)
    except Exception:  # a hint is a courtesy: an odd error must not lose its report to it
        hint = None
    causes = [Cause(type(each).__name__, message_of(each)) for each in _causes(error)]
    return LearnerError(type(error).__name__, message_of(error), frames, hint, causes)


def message_of(error: BaseException) -> str:
    """The text of an error, even when its `__str__` is broken."""
    try:
        text = str(_text(error))
        text = str.__getitem__(text, slice(None))
    except BaseException as broken:
        return f"(its message cannot be shown: __str__ raised {type(broken).__name__})"
    return text if len(text) <= MAX_MESSAGE else text[: MAX_MESSAGE - 1] + "…"


def _text(error: BaseException) -> object:
    if isinstance(error, SyntaxError):
        return error.msg
    if isinstance(error, (ProtectedError, RestrictedError)):
        # The second argument is all the objects: printing those may query, row by row.
        return error.args[0]
    return error


def _frames(error: BaseException, sources: Files) -> list[Frame]:
    places = list(_places(error.__traceback__))
    if isinstance(error, BaseExceptionGroup) and error.exceptions:
        # Where the group was put together says little; where its first error arose says more.
        places += [each for each in _places(_leaf(error).__traceback__) if each not in places]
    if isinstance(error, SyntaxError) and error.lineno:
        path = _relative(error.filename or "")
        places += [(path, error.lineno, "<module>")] if path else []
    if len(places) > MAX_FRAMES:
        places = places[: MAX_FRAMES // 2] + places[-MAX_FRAMES // 2 :]
    return [Frame(*place, _line(sources, place)) for place in places]


type _Place = tuple[str, int, str]


def _places(traceback: TracebackType | None) -> Iterator[_Place]:
    """Learner frames, outermost first; runs of the same line count once."""
    last: _Place | None = None
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place: _Place | None = None
        if path := _relative(code.co_filename):
            place = (path, traceback.tb_lineno or 1, scope_of(code))
        elif code.co_name in _TEMPLATE_FRAMES:
            place = _template_place(traceback.tb_frame)
        if place and place != last:
            yield place
            last = place
        traceback = traceback.tb_next


_TEMPLATE_FRAMES = {"render_annotated", "compile_nodelist"}


def _template_place(frame: FrameType) -> _Place | None:
    """The line of a template that was being rendered, or that could not be parsed."""
    scope = frame.f_locals
    node = scope.get("self")
    token: Any = getattr(node, "token", None)
    if frame.f_code.co_name == "compile_nodelist":
        token = getattr(scope.get("e"), "token", None)
    path = _relative(str(getattr(getattr(node, "origin", None), "name", "")))
    line = getattr(token, "lineno", None)
    return (path, line, "") if path and isinstance(line, int) else None


def _relative(filename: str) -> str | None:
    return filename.removeprefix(f"{ROOT}/") if filename.startswith(f"{ROOT}/") else None


def _line(sources: Files, place: _Place) -> str:
    lines = sources.get(place[0], "").splitlines()
    return lines[place[1] - 1].strip() if 0 < place[1] <= len(lines) else ""


def _leaf(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup) and error.exceptions:
        error = error.exceptions[0]
    return error


def _causes(error: BaseException) -> list[BaseException]:
    """The members of a group, then what the error was raised from or during, nearest first."""
    found: list[BaseException] = []
    if isinstance(error, BaseExceptionGroup):
        found += error.exceptions[:MAX_CAUSES]
    seen = {id(error)}
    cause = _cause(error)
    while cause is not None and id(cause) not in seen and len(found) < MAX_CAUSES:
        found.append(cause)
        seen.add(id(cause))
        cause = _cause(cause)
    return found


def _cause(error: BaseException) -> BaseException | None:
    if error.__cause__ is not None or error.__suppress_context__:
        return error.__cause__
    return error.__context__
