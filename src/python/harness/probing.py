"""Carry out one probe of a grading, in an interpreter that does nothing else in its life.

Three steps, so that what happens in the middle one can be counted from outside: `arrange` brings data
and files in place, `perform` runs the submission, `collect` puts down what came of it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from time import perf_counter
from typing import Any, Protocol

from . import database, project
from .claim import Claim
from .errors import describe
from .execution import Trial, guarded, prepare
from .output import Capture, captured
from .plain import NotPlain, plain
from .report import LearnerError
from .request import ProbeRequest, Seed


class Performance(Protocol):
    """A probe that is ready to be carried out."""

    def perform(self) -> None:
        """Run the submission."""
        ...

    def collect(self) -> Claim:
        """What came of it."""
        ...


class Watched:
    """Performs by calling `action` under the recorder; its value is claimed."""

    def __init__(self, request: ProbeRequest, action: Callable[[], Any]) -> None:
        self.trial = Trial({**request.project.files, **request.files})
        self.setup_ms = 0.0
        self._action = action
        self._value: Any = None
        self._odd: str | None = None
        self._output: Capture | None = None

    def perform(self) -> None:
        """Call it, and copy the value while queries are counted: a lazy one must not hide its own."""
        with captured() as self._output:
            self.trial.watch(self._copy)

    def _copy(self) -> None:
        try:
            self._value = plain(self._action())
        except NotPlain as reason:
            self._odd = str(reason)

    def collect(self) -> Claim:
        """The value and the recording."""
        output = self._output or Capture()
        report = self.trial.report("grading", output, self.setup_ms)
        return Claim(report, self._value, self._odd, self.facts())

    def facts(self) -> dict[str, Any]:
        """What a kind of probe has to say besides its value."""
        return {}


class Quiet(Watched):
    """Performs without the recorder: its queries are the probe's own, and no evidence."""

    def perform(self) -> None:
        """Call the action, and keep what comes of it."""
        with captured() as self._output:
            try:
                with guarded():
                    self._copy()
            except BaseException as error:
                self.trial.error = describe(error, self.trial.sources)


class Refused(Watched):
    """The project did not open with the learner's files: that is the claim."""

    def __init__(self, request: ProbeRequest, error: LearnerError) -> None:
        super().__init__(request, lambda: None)
        self._error = error

    def perform(self) -> None:
        """Nothing is left to be done."""
        self.trial.error = self._error


def arrange(request: ProbeRequest) -> Performance:
    """Make the probe ready, by the module of `probes` that its kind names."""
    started = perf_counter()
    kind = importlib.import_module(f".probes.{request.probe.kind}", __package__)
    performance: Performance = kind.arrange(request)
    if isinstance(performance, Watched):
        performance.setup_ms = round((perf_counter() - started) * 1000, 3)
    return performance


def open_with_files(request: ProbeRequest) -> LearnerError | None:
    """Open the project with the learner's files in it, unless it is; what they broke is returned."""
    with captured():
        return prepare(request, {**request.project.files, **request.files})


def reseed(request: ProbeRequest, seed: Seed) -> bytes:
    """Fill the opened project's empty database with that data; what it was while empty."""
    opened = project.opened()
    assert opened is not None
    database.load(opened.blank)
    database.fill(request.project.seeder, seed)
    return opened.blank
