"""How a requirement is ruled on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from harness.exhibits import Exhibit
from harness.report import LearnerError, Measured, Place

from .request import Ending, Files, Lost, Metered, Probe, TimedOut


@dataclass(frozen=True, slots=True)
class Passed:
    """It holds: `message` says what was seen; `sentence` can be the whole verdict."""

    message: str
    sentence: str = ""
    measured: Measured | None = None
    exhibits: list[Exhibit] = field(default_factory=list[Exhibit])


@dataclass(frozen=True, slots=True)
class Failed:
    """It does not: `message` says what was called, what came, and what was expected."""

    message: str
    # The verdict when this is the first thing to mend.
    sentence: str
    place: Place | None = None
    measured: Measured | None = None
    exhibits: list[Exhibit] = field(default_factory=list[Exhibit])
    # Which of the subject's probes the evidence is shown of; the last one when None.
    shown: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """It cannot be told, because of something else."""

    message: str


Ruling = Passed | Failed | Skipped


@dataclass(frozen=True, slots=True)
class Outcome:
    """A probe, and what came of it for the submission and for the solution."""

    probe: Probe
    mine: Metered
    # None unless the probe asked for a comparison.
    right: Metered | None
    # The submission's texts: to be read, never to be run.
    files: Files

    @property
    def error(self) -> LearnerError | None:
        """What the submission raised."""
        return self.mine.claim.report.error

    @property
    def queries(self) -> int:
        """The queries it took, with those that went past Django, or past the recorder.

        What the recorder saw is a claim. Beside it stands what SQLite itself began to execute: what a
        submission hides from the one is in the other.
        """
        report = self.mine.claim.report
        seen = sum(shape.count for shape in report.shapes if returns_rows(shape.verb, shape.sql))
        # Who claims to have seen more than there were claims too much.
        unseen = self.mine.reads.perform - min(seen, report.query_count)
        return report.query_count + max(0, unseen) + self._around()

    def _around(self) -> int:
        """Queries outside of the step that is meant to run the submission."""
        # Filling the database takes some; with the solution's files it takes as many.
        usual = self.right.reads.arrange if self.right else self.mine.reads.arrange
        return self.mine.reads.collect + max(0, self.mine.reads.arrange - usual)


def returns_rows(verb: str, sql: str) -> bool:
    """Whether SQLite would answer such a statement with rows."""
    return verb in ("SELECT", "WITH", "PRAGMA", "EXPLAIN", "VALUES") or " RETURNING " in sql


class Requirement(Protocol):
    """One thing that must hold, about all probes of a subject."""

    @property
    def title(self) -> str:
        """The sentence that the learner sees."""
        ...

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """Whether it holds; only called when every probe ended well, see `Subject.judges_errors`."""
        ...


@dataclass(slots=True)
class Subject:
    """What is tried out, and what must hold of it."""

    probes: list[Probe]
    requirements: list[Requirement]
    # How a probe is told of in messages, for example "`report()` was called with 30 orders".
    tried: list[str]
    # Errors and other unhappy ends fail the first requirement, unless requirements judge them too.
    judges_errors: bool = False

    def rule_endings(self, _endings: list[Ending]) -> list[Ruling] | None:
        """A ruling for each requirement where even an interpreter that died is an answer; None elsewhere."""
        return None


def broken(subject: Subject, endings: list[Ending]) -> Failed | None:
    """The first probe that did not end well, in words."""
    for number, (tried, ending) in enumerate(zip(subject.tried, endings, strict=True)):
        match ending:
            case Lost(message):
                return Failed(
                    f"{tried}, and Python did not survive it: {message}.",
                    "Not yet: your code ends Python itself.",
                    shown=number,
                )
            case TimedOut(seconds):
                return Failed(
                    f"{tried}, and was not done after {seconds:g} seconds.",
                    "Not yet: your code takes too long.",
                    shown=number,
                )
            case Metered(claim):
                if claim.report.error and not subject.judges_errors:
                    return _raised(tried, claim.report.error, number)
    return None


def _raised(tried: str, error: LearnerError, number: int) -> Failed:
    frame = error.frames[-1] if error.frames else None
    return Failed(
        f"{tried}, and raised {error.type}: {error.message}",
        f"Not yet: your code raises {error.type}.",
        Place(frame.file, frame.line, frame.scope) if frame else None,
        shown=number,
    )
