"""Every exercise: the starter fails, the solution passes, and each wrong way fails for its reason."""

import json
import tomllib
from pathlib import Path

import pytest

from catalog import EXERCISES, exercise_of, files_of
from harness.report import Report
from shop_runs import grade

SLUGS = [path.parent.name for path in EXERCISES.glob("*/exercise.toml")]


def folders(kind: str) -> list[Path]:
    return [each for slug in SLUGS for each in sorted((EXERCISES / slug / kind).iterdir())]


def grade_folder(slug: str, folder: Path) -> Report:
    exercise = EXERCISES / slug
    starter = files_of(exercise / "starter")
    submission = files_of(folder, leave_out=("why.toml",))
    manifest = exercise_of(slug)
    assert set(submission) <= set(starter), "a submission changes a file that the starter lacks"
    return grade(
        {
            "files": starter | submission,
            "entry": manifest["entry"],
            "seed": manifest["seed"],
            "checks": (exercise / "checks.py").read_text("utf-8"),
            "solution": files_of(exercise / "solution"),
        }
    )


def outcome(report: Report) -> str:
    return json.dumps([[each.title, each.status, each.message] for each in report.checks])


@pytest.mark.parametrize("slug", SLUGS)
def test_starter_fails_and_names_what_to_mend(slug: str) -> None:
    report = grade_folder(slug, EXERCISES / slug / "starter")
    assert report.verdict is not None
    assert not report.verdict.passed
    failed = [each for each in report.checks if each.status == "failed"]
    assert failed
    assert report.error is None


@pytest.mark.parametrize("slug", SLUGS)
def test_solution_passes(slug: str) -> None:
    report = grade_folder(slug, EXERCISES / slug / "solution")
    assert report.verdict is not None
    assert report.verdict.passed, outcome(report)


@pytest.mark.parametrize("folder", folders("also-right"), ids=lambda each: each.name)
def test_other_ways_pass_too(folder: Path) -> None:
    report = grade_folder(folder.parents[1].name, folder)
    assert report.verdict is not None
    assert report.verdict.passed, outcome(report)


@pytest.mark.parametrize("folder", folders("wrong"), ids=lambda each: each.name)
def test_wrong_ways_fail_for_their_reason(folder: Path) -> None:
    why = tomllib.loads((folder / "why.toml").read_text("utf-8"))
    assert why["reason"]
    report = grade_folder(folder.parents[1].name, folder)
    assert report.verdict is not None
    assert not report.verdict.passed
    first = next(each for each in report.checks if each.status != "passed")
    assert (first.title, first.status) == (why["check"], "failed"), outcome(report)


def test_there_are_enough_of_each() -> None:
    for slug in SLUGS:
        assert len(list((EXERCISES / slug / "wrong").iterdir())) >= 6
        assert len(exercise_of(slug)["hints"]) == 3


def test_the_starter_fires_hundreds_and_the_grading_says_where() -> None:
    report = grade_folder("n-plus-one", EXERCISES / "n-plus-one" / "starter")
    check = report.checks[1]
    assert check.measured is not None
    assert check.measured.got > 200
    assert check.measured.target == 2
    assert report.verdict is not None
    assert report.verdict.sentence == f"Almost: {check.measured.got:.0f} queries, the target is 2."
    assert check.place is not None
    starter = (EXERCISES / "n-plus-one" / "starter" / "report.py").read_text("utf-8")
    assert "item.product.name" in starter.splitlines()[check.place.line - 1]
    # The report of the larger size stands behind the verdict.
    assert report.query_count == check.measured.got
    assert report.findings


def test_the_solution_takes_two() -> None:
    report = grade_folder("n-plus-one", EXERCISES / "n-plus-one" / "solution")
    assert report.verdict is not None
    assert report.verdict.sentence == "2 queries, passed."
    assert report.query_count == 2
    assert report.findings == []
