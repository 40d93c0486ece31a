"""What came of the learner's tests on one implementation, read from a claim."""

from __future__ import annotations

from dataclasses import dataclass

from harness.report import Place

from .request import Ending, Lost, Metered, TimedOut


@dataclass(frozen=True, slots=True)
class Implementation:
    """One way in which the tested code is written."""

    name: str
    # What is wrong with it, as a sentence; empty for a right one.
    flaw: str


@dataclass(frozen=True, slots=True)
class Test:
    """What came of one test on one implementation."""

    name: str
    file: str
    outcome: str
    phase: str
    error: str | None
    message: str
    line: int | None

    @property
    def place(self) -> Place | None:
        """Where it failed."""
        return Place(self.file, self.line, self.name) if self.line else None


@dataclass(frozen=True, slots=True)
class Session:
    """What came of all tests on one implementation."""

    tests: list[Test]
    # Why there is less than there should be; None when pytest came to its end.
    ended: str | None
    # Files that could not be collected, each with the reason.
    broken: list[tuple[str, str]]

    def outcome(self, name: str) -> str:
        """What came of the test of this name."""
        return next((each.outcome for each in self.tests if each.name == name), "not run")


def session_of(ending: Ending) -> Session | str:
    """What came of the tests, or why nothing did."""
    match ending:
        case Lost(message):
            return f"Python did not survive them: {message}"
        case TimedOut(seconds):
            return f"they were not done after {seconds:g} seconds"
        case Metered(claim):
            if error := claim.report.error:
                return f"{error.type} was raised: {error.message}"
            try:
                told = claim.bare
                return Session(
                    [Test(**each) for each in told["tests"]],
                    told["ended"],
                    [(each["file"], each["message"]) for each in told["broken"]],
                )
            except TypeError, LookupError, AttributeError, ValueError:
                return "what they reported makes no sense"


def right_sessions(every: list[Implementation], endings: list[Ending]) -> list[Session]:
    """Those on right implementations, as far as there are any."""
    sessions = [
        session_of(ending) for each, ending in zip(every, endings, strict=True) if not each.flaw
    ]
    return [each for each in sessions if not isinstance(each, str)]


def sound_tests(right: list[Session]) -> set[str]:
    """The names of the tests that pass on all right implementations."""
    names = [{each.name for each in session.tests if each.outcome == "passed"} for session in right]
    return set[str].intersection(*names) if names else set()
