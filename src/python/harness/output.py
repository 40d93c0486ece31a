"""What learner code writes: both streams in order, capped, whoever holds on to the streams."""

from __future__ import annotations

import io
import os
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Literal

from .report import Output

Name = Literal["stdout", "stderr"]

# Characters that a report keeps.
CAP = 200_000
# Characters after which the code is stopped: a loop that prints forever must end in a report.
LIMIT = 5_000_000


class OutputLimitExceeded(BaseException):
    """Ends code that floods its output; a BaseException, so that `except Exception` lets it through."""


class Capture:
    """The output of one run."""

    def __init__(self, cap: int = CAP, limit: int = LIMIT) -> None:
        self.cut = 0
        self._room = cap
        self._limit = limit
        self._stretches: list[tuple[Name, list[str]]] = []

    def write(self, name: Name, text: str) -> None:
        """Keep `text`, or count it once the cap is reached."""
        if len(text) > self._room:
            self.cut += len(text) - self._room
            text = text[: self._room]
        if text:
            self._room -= len(text)
            if not self._stretches or self._stretches[-1][0] != name:
                self._stretches.append((name, []))
            self._stretches[-1][1].append(text)
        if self.cut > self._limit:
            raise OutputLimitExceeded(f"more than {self._limit:,} characters of output")

    def outputs(self) -> list[Output]:
        """The stretches, in the order in which they were written."""
        return [Output(name, "".join(parts)) for name, parts in self._stretches]


class _Bytes(io.RawIOBase):
    """What `sys.stdout.buffer` is: bytes that join the text of their stream."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8")(errors="backslashreplace")

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        text = self._decoder.decode(bytes(data))
        self._stream.write(text)
        return len(data)


class Stream(io.TextIOBase):
    """Stands for `sys.stdout` or `sys.stderr`, and hands what it gets to the current capture.

    There is one of each for the life of the interpreter: logging handlers made while a project opens
    keep the stream they were given, and must reach the capture of a later run.
    """

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, name: Name, descriptor: int) -> None:
        self.name = f"<{name}>"
        self._stream: Name = name
        self._descriptor = descriptor
        self.buffer = _Bytes(self)

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def write(self, text: str, /) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if _captures:
            # A copy of exactly the characters: a str subclass may bring its own `__len__`.
            _captures[-1].write(self._stream, str.__getitem__(text, slice(None)))
        return len(text)


_captures: list[Capture] = []
_streams = (Stream("stdout", 1), Stream("stderr", 2))


@contextmanager
def captured(cap: int = CAP, limit: int = LIMIT) -> Generator[Capture]:
    """Collect what is written to the streams, and to their file descriptors through `os.write`."""
    capture = Capture(cap, limit)
    before = sys.stdin, sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__, os.write
    out, err = _streams
    _captures.append(capture)
    sys.stdin = io.StringIO()
    sys.stdout = sys.__stdout__ = out  # type: ignore[misc, assignment]
    sys.stderr = sys.__stderr__ = err  # type: ignore[misc, assignment]
    os.write = _write_to(before[-1])
    try:
        yield capture
    finally:
        _captures.remove(capture)
        sys.stdin, sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__, os.write = before  # type: ignore[misc]


def _write_to(original: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
    def write(fd: int, data: Any, /) -> int:
        if fd in (1, 2):
            return _streams[fd - 1].buffer.write(data)
        return original(fd, data)

    return write
