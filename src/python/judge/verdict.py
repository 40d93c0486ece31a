"""From claims to a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from harness.project import ProjectError
from harness.report import Check, Report, Timings, Verdict

from .expect import Expect
from .patterns import first_match
from .points import demand_points, keep_score
from .request import Ending, Files, JudgeRequest, Metered, PlanRequest
from .ruling import Failed, Outcome, Passed, Ruling, Skipped, Subject, broken


def read_checks(request: PlanRequest) -> Expect:
    """Carry out the author's `check`, which writes down what is tried and what must hold."""
    files = request.files if isinstance(request, JudgeRequest) else None
    expect = Expect(request.support, request.shift, files)
    scope: dict[str, Any] = {}
    exec(compile(request.checks, "checks.py", "exec"), scope)
    scope["check"](expect)
    if not any(subject.requirements for subject in expect.subjects):
        raise ProjectError("checks.py demands nothing")
    if expect.worth:
        demand_points(expect)
    return expect


def judge(request: JudgeRequest) -> Report:
    """Rule on every requirement, in order; the report of the grading.

    The evidence is that of the first thing to mend or, when all is well, of the largest probe.
    """
    expect = read_checks(request)
    trials = list(_trials(expect, request))
    rulings = [pair for trial in trials for pair in trial.rulings]
    report = _evidence(trials)
    report.kind = "grading"
    report.checks = [_check(title, ruling) for title, ruling in rulings]
    for _, ruling in rulings:
        if not isinstance(ruling, Skipped):
            # Several requirements may show the same.
            report.exhibits += [each for each in ruling.exhibits if each not in report.exhibits]
    failed = next((ruling for _, ruling in rulings if isinstance(ruling, Failed)), None)
    if failed:
        _advise(report, request, expect.worth)
        report.verdict = Verdict(False, failed.sentence)
    elif any(isinstance(ruling, Skipped) for _, ruling in rulings):
        report.verdict = Verdict(False, "Not yet: not everything could be tried.")
    else:
        sentences = [each.sentence for _, each in rulings if isinstance(each, Passed)]
        report.verdict = Verdict(True, next(filter(None, reversed(sentences)), "Passed."))
    if expect.worth:
        keep_score(report, expect.worth)
    return report


class _Trial:
    """A subject with what came of its probes, and the rulings on its requirements."""

    def __init__(
        self,
        subject: Subject,
        endings: list[Ending],
        solution: list[Ending | None],
        files: Files,
    ) -> None:
        self.endings = endings
        self.rulings: list[tuple[str, Ruling]] = []
        rulings = _rule(subject, endings, solution, files)
        for requirement, ruling in zip(subject.requirements, rulings, strict=True):
            self.rulings.append((requirement.title, ruling))
        self.failed = next((each for each in rulings if isinstance(each, Failed)), None)

    def report(self) -> Report | None:
        """The recording to show: of the probe that failed or of the last that went well."""
        if self.failed and self.failed.shown is not None:
            ending = self.endings[self.failed.shown]
            return ending.claim.report if isinstance(ending, Metered) else None
        told = [each.claim.report for each in self.endings if isinstance(each, Metered)]
        # Where errors are judged, one may be what was asked for, and not what is to be shown.
        told = [each for each in told if not each.error] or told
        return told[-1] if told else None


def _trials(expect: Expect, request: JudgeRequest) -> Iterator[_Trial]:
    start = 0
    for subject in expect.subjects:
        end = start + len(subject.probes)
        yield _Trial(
            subject, request.endings[start:end], request.solution[start:end], request.files
        )
        start = end
    if start != len(request.endings):
        raise ProjectError(f"{start} probes were planned, {len(request.endings)} carried out")


def _rule(
    subject: Subject, endings: list[Ending], solution: list[Ending | None], files: Files
) -> list[Ruling]:
    """A ruling for each requirement; all but the first are skipped when a probe ended badly."""
    if (rulings := subject.rule_endings(endings)) is not None:
        return rulings
    rights = [_right(subject, number, ending) for number, ending in enumerate(solution)]
    if failed := broken(subject, endings):
        skipped = Skipped("Not tried: see the check above.")
        return [failed, *[skipped] * (len(subject.requirements) - 1)]
    outcomes = [
        Outcome(probe, ending, right, files)
        for probe, ending, right in zip(subject.probes, endings, rights, strict=True)
        if isinstance(ending, Metered)
    ]
    return [requirement.rule(outcomes) for requirement in subject.requirements]


def _right(subject: Subject, number: int, ending: Ending | None) -> Metered | None:
    """What the solution did; raises ProjectError unless that went well."""
    if ending is None:
        return None
    reason: str | None
    if not isinstance(ending, Metered):
        reason = str(ending)
    elif ending.claim.report.error and not subject.judges_errors:
        reason = ending.claim.report.error.message
    else:
        reason = ending.claim.odd
    if reason:
        raise ProjectError(f"the solution failed: {subject.tried[number]}: {reason}")
    assert isinstance(ending, Metered)
    return ending


def _evidence(trials: list[_Trial]) -> Report:
    if failing := next((trial for trial in trials if trial.failed), None):
        return failing.report() or _empty()
    reports = [report for trial in trials if (report := trial.report())]
    return max(reports, key=lambda each: each.query_count, default=_empty())


def _check(title: str, ruling: Ruling) -> Check:
    match ruling:
        case Passed(message, _, measured):
            return Check(title, "passed", message, measured=measured)
        case Failed(message, _, place, measured):
            return Check(title, "failed", message, place, measured)
        case Skipped(message):
            return Check(title, "skipped", message)


def _advise(report: Report, request: JudgeRequest, worth: Mapping[str, int]) -> None:
    """Words of its own for a mistake that many make, at the first check that failed.

    In a challenge no check comes before another: each that failed has its own.
    """
    failed = [each for each in report.checks if each.status == "failed"]
    for check in failed if worth else failed[:1]:
        _advise_on(check, request)


def _advise_on(check: Check, request: JudgeRequest) -> None:
    for mistake in request.mistakes:
        if mistake.check not in (None, check.title):
            continue
        if place := first_match(mistake.pattern, request.files):
            check.advice = mistake.say
            check.place = check.place or place
            return


def _empty() -> Report:
    return Report(
        kind="grading",
        output=[],
        output_cut=0,
        value=None,
        error=None,
        query_count=0,
        queries=[],
        statements=[],
        shapes=[],
        findings=[],
        checks=[],
        verdict=None,
        timings=Timings(0.0, 0.0, 0.0),
    )
