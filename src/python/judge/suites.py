"""`expect.tests`: the learner's tests pass on right implementations, and fail on broken ones.

    tests = expect.tests("test_pricing.py", right=["plain", "table"], broken={
        "no-minimum": "An order below the minimum got the discount.",
    })
    tests.pass_on_right("Your tests pass on working code")
    tests.fail_on("no-minimum", title="Your tests notice a discount that came too early")

An implementation is a folder of `support/`, `right/<name>` or `broken/<name>`, whose files are laid over
the project; each has an interpreter of its own. A broken one is noticed when a test fails on it that passes
on every right one: in the test itself, not in collecting it or in a fixture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harness.project import ProjectError
from harness.report import Place, TableExhibit

from .request import Ending, Files, Lost, Metered, Probe, TimedOut
from .ruling import Failed, Outcome, Passed, Ruling, Subject


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


class Tests(Subject):
    """The learner's tests on each implementation."""

    def __init__(
        self,
        files: Sequence[str],
        right: Sequence[str],
        broken: Mapping[str, str],
        support: Files,
    ) -> None:
        if len(right) < 2:
            # With one alone, tests could compare the source with what they know.
            raise ProjectError("tests need at least two right implementations")
        every = [Implementation(f"right/{name}", "") for name in right]
        every += [Implementation(f"broken/{name}", flaw) for name, flaw in broken.items()]
        self.every = every
        probes = [
            Probe("tests", {"tests": list(files), "files": _files_of(each.name, support)})
            for each in every
        ]
        right_words = "Your tests ran on code that works"
        tried = [
            f"Your tests ran on code with a mistake in it ({each.flaw.rstrip('.')})"
            if each.flaw
            else right_words
            for each in every
        ]
        super().__init__(probes, [], tried)
        self._demands: list[PassOnRight | FailOnBroken] = []

    def rule_endings(self, _endings: list[Ending]) -> list[Ruling] | None:
        """See `Subject`: tests that kill their Python have noticed nothing."""
        return [each.rule_endings(_endings) for each in self._demands]

    def _demand(self, demand: PassOnRight | FailOnBroken) -> None:
        self._demands.append(demand)
        self.requirements.append(demand)

    def pass_on_right(
        self, title: str = "Your tests pass on code that works", *, at_least: int = 1
    ) -> None:
        """Demand that there are tests, and that all of them pass on each right implementation."""
        self._demand(PassOnRight(title, self.every, at_least))

    def fail_on(self, name: str, *, title: str) -> None:
        """Demand that a test fails on this broken implementation."""
        self._demand(FailOnBroken(title, self.every, self._number(name)))

    def fail_on_each(self, titles: Mapping[str, str]) -> None:
        """The same, for several: a check for each, under the title given."""
        for name, title in titles.items():
            self.fail_on(name, title=title)

    def _number(self, name: str) -> int:
        names = [each.name for each in self.every]
        if f"broken/{name}" not in names:
            raise ProjectError(f"there is no broken implementation {name!r}")
        return names.index(f"broken/{name}")


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
        exhibits = [_table(self.every, endings)]
        for number, (each, ending) in enumerate(zip(self.every, endings, strict=True)):
            if each.flaw:
                continue
            session = _session(ending)
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
        count = len(_right_sessions(self.every, endings)[0].tests)
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
        session = _session(endings[self.number])
        if isinstance(session, str):
            return Failed(
                f"{flaw} Your tests ran on that, and {session}: no test failed.", sentence
            )
        sound = _sound(_right_sessions(self.every, endings))
        caught = [
            test
            for test in session.tests
            if test.outcome == "failed" and test.phase == "call" and test.name in sound
        ]
        if caught:
            words = caught[0].message.splitlines()[0] if caught[0].message else ""
            return Passed(f"`{caught[0].name}` noticed it: {words}")
        return Failed(f"{flaw} No test noticed.{_nearly(session, sound)}", sentence)


def _nearly(session: Session, sound: set[str]) -> str:
    """Why what went wrong does not count, when something did."""
    if session.ended:
        return f" The tests were ended: {session.ended}"
    for file, reason in session.broken:
        return f" `{file}` could not be collected, which no test noticed: {reason}"
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


def _right_sessions(every: list[Implementation], endings: list[Ending]) -> list[Session]:
    sessions = [
        _session(ending) for each, ending in zip(every, endings, strict=True) if not each.flaw
    ]
    return [each for each in sessions if not isinstance(each, str)]


def _sound(right: list[Session]) -> set[str]:
    """The names of the tests that pass on all right implementations."""
    names = [{each.name for each in session.tests if each.outcome == "passed"} for session in right]
    return set[str].intersection(*names) if names else set()


def _session(ending: Ending) -> Session | str:
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


def _table(every: list[Implementation], endings: list[Ending]) -> TableExhibit:
    rows: list[list[str]] = []
    for number, (each, ending) in enumerate(zip(every, endings, strict=True), start=1):
        on = each.flaw or f"Right, written one way ({number})"
        session = _session(ending)
        if isinstance(session, str):
            rows.append(["", on, "no result", session])
            continue
        rows += [["", on, "no result", reason] for _, reason in session.broken]
        rows += [
            [test.name, on, test.outcome, (test.message.splitlines() or [""])[0]]
            for test in session.tests
        ]
    return TableExhibit("Tests", ["Test", "Code under test", "Result", "Message"], rows)


def _files_of(folder: str, support: Files) -> dict[str, Any]:
    start = f"{folder}/"
    files = {
        path.removeprefix(start): text for path, text in support.items() if path.startswith(start)
    }
    if not files:
        raise ProjectError(f"there is no support/{folder}")
    return files
