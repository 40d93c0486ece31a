"""Carry out a scenario around the cache: calls, writes and waits, with each hit and miss written down."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

from django.core.cache import caches

from ..cache_log import CacheLog
from ..meetings import Meeting, OtherProcess, Waiting, readers
from ..plain import Sequence
from ..probing import Performance, Refused
from ..report import LearnerError
from ..request import ProbeRequest
from ..stepped import Step, Stepped, saved_data

# More moments than this a function that looks into a cache does not have.
MAX_MOMENTS = 40


class Caching(Stepped):
    """Claims, besides the values, the cache's events of each step."""

    def __init__(self, request: ProbeRequest, saved: bytes) -> None:
        self._log = CacheLog()
        self._log.install()
        self._meeting: Meeting | None = None
        self._meetings: list[dict[str, Any]] = []
        # The callers that meet here stand for two processes.
        threading.Lock = OtherProcess  # type: ignore[misc, assignment]
        super().__init__(request, saved)

    def tell(self) -> dict[str, Any]:
        meetings, self._meetings = self._meetings, []
        return {"events": self._log.take(), "meetings": meetings}

    def carry_out(self, step: Step) -> Any:
        match step["do"]:
            case "write":
                return self._write(step)
            case "together":
                return self._together(step)
            case "visit":
                self._log.who = lambda: str(step["who"] or "not signed in")
            case _:
                pass
        try:
            return super().carry_out(step)
        finally:
            self._log.who = str

    def called(self, target: str) -> None:
        if self._meeting:
            self._meeting.moment(target)

    def _write(self, step: Step) -> Any:
        """Call what writes; the reader reads at each moment at which another process could."""
        reading: list[bool] = []

        def read() -> None:
            reading.append(True)
            try:
                self.call(step["reader"])
            finally:
                reading.pop()

        self._log.who = lambda: "a reader" if reading else "the writer"
        with readers(read) as read_now:
            self._log.before, self._log.after = lambda _operation, _key: read_now(), read_now
            try:
                return self.call(step["call"], rolled_back=step["rolled_back"])
            finally:
                self._listen_no_more()

    def _together(self, step: Step) -> Any:
        """Two callers who find nothing in the cache, once for each moment of the first."""
        values: list[Any] = []
        for at in range(MAX_MOMENTS):
            meeting, both = self._meet(step, at)
            if len(meeting.moments) <= at:
                # The first has no further moment.
                break
            values += [each for each in both if each not in values]
            self._meetings.append({"moment": meeting.moments[at], "calls": self.calls})
        return Sequence("list", tuple(values))

    def _meet(self, step: Step, at: int) -> tuple[Meeting, list[Any]]:
        """What both callers got when the second came at that moment of the first."""
        for alias in caches.settings:
            caches[alias].clear()
        self._log.take()
        self.calls = dict.fromkeys(self.calls, 0)
        meeting = self._meeting = Meeting(at)
        self._log.before = lambda operation, key: meeting.moment(f"{operation} {key}")
        self._log.who = lambda: "caller 2" if meeting.second_calls else "caller 1"
        self.time.on_sleep = lambda seconds: (
            None if meeting.sleeping() else self.time.sleep(seconds)
        )
        try:
            return meeting, meeting.run(partial(self.call, step["call"]))
        except Waiting:
            return meeting, ["waits forever"]
        finally:
            self._listen_no_more()

    def _listen_no_more(self) -> None:
        self._meeting = None
        self._log.before = lambda _operation, _key: None
        self._log.after = lambda: None
        self._log.who = str
        self.time.on_sleep = self.time.sleep


def arrange(request: ProbeRequest) -> Performance:
    """`params`: those of `Stepped`."""
    saved = saved_data(request)
    if isinstance(saved, LearnerError):
        return Refused(request, saved)
    return Caching(request, saved)
