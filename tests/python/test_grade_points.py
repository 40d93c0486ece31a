# packs: admin
"""Challenges: points for each check, pages by their words, and several requirements as one check."""

import pytest

from harness.project import ProjectError
from harness.report import Measured, Report
from judge.pages import first_difference, words_of
from shop_runs import grade

CHECKS = """
def check(expect):
    expect.points({"Counts": 10, "Keeps its budget": 30, "Names one": 5})
    counted = expect.call("answer:count", at=[(8, 1)], of="orders")
    with counted.check("Counts"):
        counted.same_result_as_solution()
        counted.queries(at_most=1)
    twice = expect.call("answer:twice", at=[(8, 1)], of="orders")
    twice.queries(at_most=1, title="Keeps its budget")
    name = expect.call("answer:name", at=[(8, 1)], of="orders")
    name.same_result_as_solution("Names one")
"""
SOLUTION = """
from shop.models import Order

def count():
    return Order.objects.count()

def twice():
    return [Order.objects.count()] * 2

def name():
    return Order.objects.order_by("pk").values_list("number", flat=True).first()
"""
TWICE = SOLUTION.replace(
    "[Order.objects.count()] * 2", "[Order.objects.count(), Order.objects.count()]"
)


def judge(code: str, checks: str = CHECKS, mistakes: object = ()) -> Report:
    return grade(
        {
            "files": {"answer.py": code},
            "entry": "answer.py",
            "checks": checks,
            "mistakes": list(mistakes) if isinstance(mistakes, list) else [],
            "solution": {"answer.py": SOLUTION},
        }
    )


def sentence(report: Report) -> tuple[bool, str]:
    assert report.verdict is not None
    return report.verdict.passed, report.verdict.sentence


def statuses(report: Report) -> list[str]:
    return [each.status for each in report.checks]


def test_all_points() -> None:
    report = judge(SOLUTION)
    assert sentence(report) == (True, "45 of 45 points: all 3 defects mended.")
    assert [each.points for each in report.checks] == [10, 30, 5]


def test_a_check_that_fails_hides_none_of_the_others() -> None:
    report = judge(TWICE.replace("Order.objects.count()\n\n", "1 / 0\n\n"))
    assert statuses(report) == ["failed", "failed", "passed"]
    assert sentence(report) == (False, "5 of 45 points: 1 of 3 defects mended.")
    assert report.checks[1].measured == Measured(2, 1, "queries")


def test_several_requirements_are_one_check() -> None:
    report = judge(SOLUTION)
    assert report.checks[0].title == "Counts"
    assert report.checks[0].measured == Measured(1, 1, "queries")
    wrong = judge(SOLUTION.replace("return Order.objects.count()", "return 3"))
    assert statuses(wrong) == ["failed", "passed", "passed"]
    assert wrong.checks[0].message == "`count()` was called with 8 orders. Expected 8, got 3."


def test_each_check_that_failed_has_its_own_advice() -> None:
    mistakes = [
        {"pattern": "1 / 0", "say": "Not by zero.", "check": "Counts"},
        {"pattern": "[_, _]", "say": "Once is enough.", "check": "Keeps its budget"},
    ]
    report = judge(TWICE.replace("Order.objects.count()\n\n", "1 / 0\n\n"), mistakes=mistakes)
    assert [each.advice for each in report.checks] == ["Not by zero.", "Once is enough.", None]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"Names one": 5', '"Names two": 5', "points and checks do not fit: Names one, Names two"),
        ('"Names one": 5', '"Names one": 0', "worth at least one point"),
        ('"Names one")', '"Counts")', "the same title"),
    ],
)
def test_points_that_do_not_fit(old: str, new: str, words: str) -> None:
    with pytest.raises(ProjectError, match=words):
        judge(SOLUTION, CHECKS.replace(old, new))


PAGE = """<!doctype html><title>Desk</title><style>p { color: red }</style>
<section id="best"><h2>Best</h2><p>Anna<br>12.50</p></section>
<section id="months"><p>May <b>3</b></section><footer>Bye</footer>"""


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (None, "Best Anna 12.50 May 3 Bye"),
        ("best", "Best Anna 12.50"),
        ("months", "May 3"),
        ("nothing", None),
    ],
)
def test_words_of_a_page(part: str | None, words: str | None) -> None:
    assert words_of(PAGE, part) == (words.split() if words else None)


@pytest.mark.parametrize(
    ("wanted", "found", "words"),
    [
        ("a b c", "a b c", None),
        ("a b c d e f g h", "a b c d E f g h", ("a b c d e f g h", "a b c d E f g h")),
        (
            "a b c d e f g h i j",
            "a b c d e X g h i j",
            ("… b c d e f g h i …", "… b c d e X g h i …"),
        ),
        ("a b", "a b c", ("a b", "a b c")),
    ],
)
def test_where_two_pages_part(wanted: str, found: str, words: tuple[str, str] | None) -> None:
    assert first_difference(wanted.split(), found.split()) == words
