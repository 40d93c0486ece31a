"""A clock that jumps: a worker with nothing to do goes on to the moment at which it has."""

from __future__ import annotations

import datetime as real
import heapq
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

import celery.worker.request
import kombu.asynchronous.timer
import kombu.utils.limits
from celery import Celery


class Clock:
    """The computer's clocks, ahead by what has been skipped."""

    def __init__(self) -> None:
        self.skipped = 0.0
        self._began = time.monotonic()

    def monotonic(self) -> float:
        """Seconds since an unknown moment."""
        return time.monotonic() + self.skipped

    def elapsed(self) -> float:
        """Seconds since this clock was made, those that were skipped included."""
        return self.monotonic() - self._began

    def skip_to(self, moment: float) -> None:
        """Go on to a moment of `monotonic()`, unless that is past."""
        self.skipped += max(0.0, moment - self.monotonic())

    @contextmanager
    def shown_to(self, app: Celery) -> Generator[None]:
        """Let Celery read this clock: for countdowns, expiry, rate limits and its timer."""
        clock = self
        now: Callable[[], real.datetime] = app.now

        class Datetime(real.datetime):
            @classmethod
            def now(cls, tz: real.tzinfo | None = None) -> Any:
                return real.datetime.now(tz) + real.timedelta(seconds=clock.skipped)

        with ExitStack() as stack:
            for module in (kombu.asynchronous.timer, kombu.utils.limits):
                stack.enter_context(mock.patch.object(module, "monotonic", self.monotonic))
            stack.enter_context(mock.patch.object(celery.worker.request, "datetime", Datetime))
            later = lambda: now() + real.timedelta(seconds=clock.skipped)  # noqa: E731
            stack.enter_context(mock.patch.object(app, "now", later))
            yield


class Timer(kombu.asynchronous.timer.Timer):
    """Celery's timer without its thread: whoever runs it asks for what is due."""

    def __init__(self, clock: Clock, **options: Any) -> None:
        super().__init__(**options)
        self.clock = clock

    def enter_after(self, secs: Any, entry: Any, priority: Any = 0, time: Any = None) -> Any:
        """Enter what is to be called after so many seconds of the clock."""
        return self.enter_at(entry, self.clock.monotonic() + float(secs), priority)

    def next_at(self) -> float | None:
        """The moment of the next call, if there is one."""
        while self._queue and self._queue[0].entry.canceled:
            heapq.heappop(self._queue)
        return self._queue[0].eta if self._queue else None

    def call_due(self) -> bool:
        """Make the first call that is due; whether there was one."""
        at = self.next_at()
        if at is None or at > self.clock.monotonic():
            return False
        self.apply_entry(heapq.heappop(self._queue).entry)
        return True
