"""Grade the learner's files: carry out `checks.py`, against the solution, on data of its own."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from . import database, project
from .execution import Trial
from .expect import AtMostQueries, Call, Expect, Requirement, SameResult
from .output import Capture, captured
from .plain import NotPlain, difference, plain
from .report import Check, Measured, Place, Report, Verdict
from .request import Files, GradeRequest, Seed


def grade(request: GradeRequest) -> Report:
    """Judge the learner's files by the exercise's checks; learner mistakes are in the report."""
    started = perf_counter()
    plan = _read_checks(request.checks)
    own = request.project.files
    if changed := [each for each in (*request.files, *request.solution) if each in own]:
        raise project.ProjectError(f"an exercise cannot change {changed[0]} of its project yet")
    if project.opened() is None:
        project.open_project(request)
    setup_ms = (perf_counter() - started) * 1000
    expected = _solve(plan, request)
    attempts, output = _attempt(plan, request)
    checks, sentence = _judge(plan, expected, attempts)
    largest = max(attempts, key=lambda each: each.seed.size)
    report = largest.trial.report("grading", output, round(setup_ms, 3))
    failed = next((each.trial.error for each in attempts if each.trial.error), None)
    report.error = report.error or failed
    report.checks = checks
    report.verdict = Verdict(all(each.status == "passed" for each in checks), sentence)
    return report


@dataclass(slots=True)
class Attempt:
    """One call on one set of data: a plain result, or why there is none."""

    call: Call
    seed: Seed
    trial: Trial
    result: Any = None
    odd: str | None = None
    # SELECTs that the database itself saw.
    selects: int = 0

    def count(self) -> int:
        """The queries it took, with those that went past Django or past the recorder."""
        recording = self.trial.recording()
        seen = sum(shape.count for shape in recording.shapes if shape.verb == "SELECT")
        return recording.query_count + max(0, self.selects - seen)


def _read_checks(source: str) -> list[Call]:
    expect = Expect()
    scope: dict[str, Any] = {}
    exec(compile(source, "checks.py", "exec"), scope)
    scope["check"](expect)
    if not any(call.requirements for call in expect.calls):
        raise project.ProjectError("checks.py demands nothing")
    return expect.calls


def _solve(plan: list[Call], request: GradeRequest) -> list[Any]:
    """The solution's results. First, in the clean interpreter; nothing of it is left loaded after."""
    with captured():
        attempts = _call_all(plan, request.solution, request)
    for each in attempts:
        if each.trial.error or each.odd:
            reason = each.trial.error.message if each.trial.error else each.odd
            raise project.ProjectError(f"the solution's {_name(each.call)} failed: {reason}")
    project.remove_files(request.solution)
    return [each.result for each in attempts]


def _attempt(plan: list[Call], request: GradeRequest) -> tuple[list[Attempt], Capture]:
    """The learner's results, and the output of the last call."""
    with captured() as output:
        return _call_all(plan, request.files, request), output


def _call_all(plan: list[Call], files: Files, request: GradeRequest) -> list[Attempt]:
    opened = project.opened()
    assert opened is not None
    project.forget_modules(opened.modules)
    sources = {**request.project.files, **files}
    project.write_files(sources)
    attempts: list[Attempt] = []
    for call in plan:
        for seed in call.data:
            database.load(opened.blank)
            database.fill(request.project.seeder, seed)
            attempts.append(_call(call, seed, sources))
    project.forget_modules(opened.modules)
    return attempts


def _call(call: Call, seed: Seed, sources: Files) -> Attempt:
    attempt = Attempt(call, seed, Trial(sources))

    def action() -> Any:
        function = getattr(importlib.import_module(call.module), call.function)
        # The copy is made while queries are counted: a lazy result must not hide its own.
        return plain(function())

    def guarded_action() -> None:
        try:
            attempt.result = action()
        except NotPlain as reason:
            attempt.odd = str(reason)

    with database.traced() as statements:
        attempt.trial.watch(guarded_action)
    attempt.selects = sum(text.lstrip(" (\n")[:6].upper() == "SELECT" for text in statements)
    return attempt


def _judge(
    plan: list[Call], expected: list[Any], attempts: list[Attempt]
) -> tuple[list[Check], str]:
    """All checks, and the verdict's sentence: about the first thing to mend, or the best number."""
    checks: list[Check] = []
    sentence = "Passed."
    failed = False
    done = 0
    for call in plan:
        count = len(call.data)
        tries = list(zip(attempts[done : done + count], expected[done : done + count], strict=True))
        done += count
        for requirement in call.requirements:
            check, words = _check(requirement, tries)
            checks.append(check)
            if check.status == "passed":
                sentence = sentence if failed or not words else words
            elif not failed:
                failed, sentence = True, words
    return checks, sentence


type _Tries = list[tuple[Attempt, Any]]


def _check(requirement: Requirement, tries: _Tries) -> tuple[Check, str]:
    match requirement:
        case SameResult():
            return _same_result(requirement, tries)
        case AtMostQueries():
            return _at_most_queries(requirement, tries)


def _same_result(requirement: SameResult, tries: _Tries) -> tuple[Check, str]:
    for attempt, expected in tries:
        called = f"`{_name(attempt.call)}` was called with {_size(attempt)}"
        if error := attempt.trial.error:
            place = Place(*_last_place(attempt)) if error.frames else None
            message = f"{called}, and raised {error.type}: {error.message}"
            check = Check(requirement.title, "failed", message, place)
            return check, f"Not yet: your code raises {error.type}."
        if attempt.odd:
            message = f"{called}, and returned {attempt.odd}."
            return (
                Check(requirement.title, "failed", message),
                "Not yet: the result cannot be compared.",
            )
        if found := difference(expected, attempt.result):
            message = f"{called}. {found[0].upper()}{found[1:]}."
            check = Check(requirement.title, "failed", message)
            return check, f"Not yet: the result is not right with {_size(attempt)}."
    sizes = " and with ".join(_size(attempt) for attempt, _ in tries)
    message = f"`{_name(tries[0][0].call)}` returned the right result with {sizes}."
    return Check(requirement.title, "passed", message), ""


def _at_most_queries(requirement: AtMostQueries, tries: _Tries) -> tuple[Check, str]:
    if any(attempt.trial.error for attempt, _ in tries):
        message = "Not counted: the call ended in an error."
        return Check(requirement.title, "skipped", message), ""
    worst = max((attempt for attempt, _ in tries), key=Attempt.count)
    got, target = worst.count(), requirement.at_most
    measured = Measured(got, target, "queries")
    if got <= target:
        message = f"{_queries(got)} with {_size(worst)}; at most {target} pass."
        return (
            Check(requirement.title, "passed", message, measured=measured),
            f"{_queries(got)}, passed.",
        )
    place, fired = _busiest(worst)
    message = (
        f"`{_name(worst.call)}` used {_queries(got)} with {_size(worst)}; at most {target} pass."
    )
    if place:
        message += f" {fired} of them come from line {place.line} of {place.file}."
    check = Check(requirement.title, "failed", message, place, measured)
    return check, f"Almost: {_queries(got)}, the target is {target}."


def _busiest(attempt: Attempt) -> tuple[Place | None, int]:
    """The learner's line that fired most queries, and how many."""
    places = Counter(
        (query.stack[0].file, query.stack[0].line, query.stack[0].scope)
        for query in attempt.trial.recording().queries
        if query.stack
    )
    if not places:
        return None, 0
    ((place, count),) = places.most_common(1)
    return Place(*place), count


def _last_place(attempt: Attempt) -> tuple[str, int, str]:
    assert attempt.trial.error is not None
    frame = attempt.trial.error.frames[-1]
    return frame.file, frame.line, frame.scope


def _name(call: Call) -> str:
    return f"{call.function}()"


def _size(attempt: Attempt) -> str:
    return f"{attempt.seed.size} {attempt.call.of}"


def _queries(count: int) -> str:
    return "1 query" if count == 1 else f"{count:,} queries"
