"""Challenges: each check is a defect, worth points, and the score grows with what is mended."""

from __future__ import annotations

from collections.abc import Mapping

from harness.project import ProjectError
from harness.report import Report, Verdict

from .expect import Expect


def demand_points(expect: Expect) -> None:
    """Raise ProjectError unless every check has points, and nothing else has any."""
    titles = [each.title for subject in expect.subjects for each in subject.requirements]
    if len(set(titles)) < len(titles):
        raise ProjectError("two checks of a challenge have the same title")
    if odd := set(titles) ^ set(expect.worth):
        raise ProjectError(f"points and checks do not fit: {', '.join(sorted(odd))}")
    if any(points < 1 for points in expect.worth.values()):
        raise ProjectError("every check of a challenge is worth at least one point")


def keep_score(report: Report, worth: Mapping[str, int]) -> None:
    """Note the points of each check, and say the score instead of one check's outcome."""
    for check in report.checks:
        check.points = worth[check.title]
    mended = [check for check in report.checks if check.status == "passed"]
    got, of = sum(worth[check.title] for check in mended), sum(worth.values())
    passed = len(mended) == len(report.checks)
    count = f"all {len(mended)}" if passed else f"{len(mended)} of {len(report.checks)}"
    report.verdict = Verdict(passed, f"{got} of {of} points: {count} defects mended.")
