"""What came of the learner's tests, as it is shown: each test on each implementation."""

from __future__ import annotations

from harness.exhibits import Implementation, TestResult, TestsExhibit, TestTold

from .request import Ending
from .sessions import Implementation as Tested
from .sessions import Session, Test, right_sessions, session_of, sound_tests


def tests_exhibit(every: list[Tested], endings: list[Ending]) -> TestsExhibit:
    """A test that fails on a mistake has noticed it when it passes on all that is right."""
    sound = sound_tests(right_sessions(every, endings))
    tests: dict[tuple[str, str], TestTold] = {}
    shown: list[Implementation] = []
    for number, (each, ending) in enumerate(zip(every, endings, strict=True)):
        session = session_of(ending)
        alike = sum(bool(one.flaw) == bool(each.flaw) for one in every[: number + 1])
        name = f"{'Mistake' if each.flaw else 'Right'} {alike}"
        shown.append(Implementation(name, each.flaw, _trouble(session)))
        if isinstance(session, str):
            continue
        for test in session.tests:
            told = tests.setdefault(
                (str(test.file), str(test.name)), TestTold(str(test.name), str(test.file), [])
            )
            told.results.append(_result(number, each, test, sound))
    return TestsExhibit("Tests", shown, list(tests.values()))


def _trouble(session: Session | str) -> str:
    if isinstance(session, str):
        return session
    reasons = [f"{file} could not be collected: {reason}" for file, reason in session.broken]
    return " ".join([*reasons, session.ended] if session.ended else reasons)


def _result(number: int, on: Tested, test: Test, sound: set[str]) -> TestResult:
    noticed = bool(on.flaw) and noticed_by(test, sound)
    return TestResult(number, str(test.outcome), noticed, str(test.message), test.place)


def noticed_by(test: Test, sound: set[str]) -> bool:
    """Whether the test fails as one does that has noticed a mistake: in itself, and only there."""
    return test.outcome == "failed" and test.phase == "call" and test.name in sound
