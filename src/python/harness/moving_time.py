"""A time that is moved by hand: code under test sees it pass, and nobody waits for it."""

from __future__ import annotations

import datetime as dates
import time
from collections.abc import Callable

from django.utils import timezone


class MovingTime:
    """Seconds that passed besides the real ones, seen by `time` and by `timezone.now()`.

    Install it before the submission is imported. What reads `datetime.now()` itself sees the real time.
    """

    def __init__(self) -> None:
        self.passed = 0.0
        # Of these, the ones that code under test slept.
        self.slept = 0.0
        # Called in place of a wait; by default the wait is over at once.
        self.on_sleep: Callable[[float], None] = self.sleep

    def pass_by(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.passed += max(0.0, seconds)

    def sleep(self, seconds: float) -> None:
        """Let them pass for somebody who waits."""
        self.slept += seconds
        self.pass_by(seconds)

    def install(self) -> None:
        """Show this time to all code that runs from now on in this interpreter."""
        wall, steady, now = time.time, time.monotonic, timezone.now

        def moved() -> dates.datetime:
            return now() + dates.timedelta(seconds=self.passed)

        time.time = lambda: wall() + self.passed
        time.monotonic = lambda: steady() + self.passed
        time.sleep = lambda seconds: self.on_sleep(float(seconds))
        timezone.now = moved
