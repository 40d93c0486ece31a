"""Requirements on tests: they pass on what is right, and notice what is broken."""

from __future__ import annotations

from dataclasses import dataclass

from harness.exhibits import Exhibit

from .request import Ending, Metered
from .ruling import Failed, Outcome, Passed, Ruling
from .sessions import (
    Implementation,
    Session,
    Test,
    right_sessions,
    session_of,
    sound_tests,
)
from .test_exhibit import noticed_by, tests_exhibit


@dataclass(frozen=True, slots=True)
class PassOnRight:
    """All tests pass where nothing is wrong."""

    title: str
    every: list[Implementation]
    at_least: int

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        return self.rule_endings([outcome.mine for outcome in outcomes])

    def rule_endings(self, endings: list[Ending]) -> Ruling:
        """Whether they do."""
        exhibits: list[Exhibit] = [tests_exhibit(self.every, endings)]
        for number, (each, ending) in enumerate(zip(self.every, endings, strict=True)):
            if each.flaw:
                continue
            session = session_of(ending)
            if isinstance(session, str):
                return Failed(
                    f"Your tests ran on code that works, and {session}.",
                    "Not yet: your tests do not come to an end.",
                    exhibits=[*exhibits],
                    shown=number if isinstance(ending, Metered) else None,
                )
            if failed := self._wrong(session, number):
                failed.exhibits.extend(exhibits)
                return failed
        count = len(right_sessions(self.every, endings)[0].tests)
        noun = "test passes" if count == 1 else "tests pass"
        return Passed(
            f"{count} {noun} on each way in which the code can be right.", exhibits=[*exhibits]
        )

    def _wrong(self, session: Session, number: int) -> Failed | None:
        sentence = "Not yet: your tests do not pass on code that works."
        for file, reason in session.broken:
            return Failed(f"`{file}` could not be collected: {reason}", sentence, shown=number)
        if session.ended:
            return Failed(
                f"The tests were ended before all of them ran: {session.ended}",
                sentence,
                shown=number,
            )
        if len(session.tests) < self.at_least:
            found = "No test was" if not session.tests else f"{len(session.tests)} tests were"
            return Failed(
                f"{found} found; at least {self.at_least} are needed. A test is a function whose "
                "name begins with `test_`, in a file that does so too.",
                "Not yet: tests are missing.",
                shown=number,
            )
        for test in session.tests:
            if test.outcome == "passed":
                continue
            return Failed(_not_passed(test), sentence, test.place, shown=number)
        return None


@dataclass(frozen=True, slots=True)
class FailOnBroken:
    """A test that passes on all that is right fails here."""

    title: str
    every: list[Implementation]
    number: int

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `PassOnRight.rule`."""
        return self.rule_endings([outcome.mine for outcome in outcomes])

    def rule_endings(self, endings: list[Ending]) -> Ruling:
        """Whether one does."""
        flaw = self.every[self.number].flaw
        sentence = f"Almost: a mistake was not noticed. {flaw}"
        session = session_of(endings[self.number])
        if isinstance(session, str):
            return Failed(
                f"{flaw} Your tests ran on that, and {session}: no test failed.", sentence
            )
        sound = sound_tests(right_sessions(self.every, endings))
        caught = [test for test in session.tests if noticed_by(test, sound)]
        if caught:
            words = caught[0].message.splitlines()[0] if caught[0].message else ""
            return Passed(f"`{caught[0].name}` noticed it: {words}")
        return Failed(f"{flaw} No test noticed.{_nearly(session, sound)}", sentence)


def _nearly(session: Session, sound: set[str]) -> str:
    """Why what went wrong does not count, when something did."""
    for file, reason in session.broken:
        return f" `{file}` could not be collected, which no test noticed: {reason}"
    if session.ended:
        return f" The tests were ended: {session.ended}"
    for test in session.tests:
        if test.outcome == "error":
            return f" A fixture of `{test.name}` broke, which is not a failed test: {test.message}"
        if test.outcome == "failed" and test.name not in sound:
            return f" `{test.name}` failed, but it does not pass on code that works either."
        if test.outcome != "passed":
            return f" `{test.name}` was {test.outcome}, which is not a failed test."
    return ""


def _not_passed(test: Test) -> str:
    match test.outcome:
        case "failed" | "error":
            where = "" if test.outcome == "failed" else f" in its {test.phase}"
            return f"`{test.name}` fails{where} on code that works: {test.message}"
        case "xpassed":
            return f"`{test.name}` is marked to fail, and passes."
        case outcome:
            return f"`{test.name}` was {outcome} on code that works: it has to run, and to pass."
