"""The words of `checks.py`, and what a learner reads when a check fails."""

from typing import Any

import pytest

from harness.plain import NotPlain, difference, plain
from harness.project import ProjectError
from harness.report import Report, Verdict
from judge import verdict
from judge.calls import sized
from judge.ruling import Skipped
from shop_runs import grade

CHECKS = """
def check(expect):
    answer = expect.call("answer:answer", at=[(8, 1), (20, 2)], of="orders")
    answer.same_result_as_solution("Gives the right answer")
    answer.queries(at_most=1)
"""
SOLUTION = "from shop.models import Order\ndef answer():\n    return Order.objects.count()\n"


def judge(code: str, checks: str = CHECKS, solution: str = SOLUTION, **files: str) -> Report:
    return grade(
        {
            "files": {"answer.py": code} | {f"{name}.py": text for name, text in files.items()},
            "entry": "answer.py",
            "checks": checks,
            "solution": {"answer.py": solution},
        }
    )


@pytest.mark.parametrize(
    ("size", "of", "words"),
    [(30, "orders", "30 orders"), (1, "orders", "1 order"), (1, "deliveries", "1 delivery")],
)
def test_a_size_is_counted_in_its_words(size: int, of: str, words: str) -> None:
    assert sized(size, of) == words


def first(report: Report) -> tuple[str, str]:
    return report.checks[0].status, report.checks[0].message


def test_passed() -> None:
    report = judge(SOLUTION)
    assert report.verdict is not None
    assert report.verdict.passed
    assert report.verdict.sentence == "1 query, passed."
    assert [each.message for each in report.checks] == [
        "`answer()` returned the right result with 8 orders and with 20 orders.",
        "1 query with 8 orders; at most 1 passes.",
    ]
    assert report.checks[1].title == "Uses at most 1 query, at any size of data"


def test_wrong_at_the_second_size() -> None:
    report = judge("def answer():\n    return 8\n")
    assert first(report) == (
        "failed",
        "`answer()` was called with 20 orders. Expected 20, got 8.",
    )
    assert report.verdict is not None
    assert report.verdict.sentence == "Not yet: the result is not right with 20 orders."


def test_an_error_is_told_with_its_line_and_later_checks_are_skipped() -> None:
    report = judge("def answer():\n    return 1/0\n")
    status, message = first(report)
    assert status == "failed"
    assert message == (
        "`answer()` was called with 8 orders, and raised ZeroDivisionError: division by zero"
    )
    assert report.checks[0].place is not None
    assert report.checks[0].place.line == 2
    assert report.checks[1].status == "skipped"
    assert report.error is not None
    assert report.error.type == "ZeroDivisionError"
    assert report.verdict is not None
    assert report.verdict.sentence == "Not yet: your code raises ZeroDivisionError."


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("def answr(): pass", "AttributeError"),
        ("def answer(:", "SyntaxError"),
        ("import nothing", "ModuleNotFoundError"),
        ("def answer(needed): pass", "TypeError"),
        ("raise SystemExit(0)", "SystemExit"),
        ("def answer(): raise SystemExit", "SystemExit"),
        ("def answer(): raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("answer = 5", "TypeError"),
    ],
)
def test_whatever_the_file_does_there_is_a_verdict(code: str, kind: str) -> None:
    report = judge(code)
    assert report.verdict is not None
    assert not report.verdict.passed
    assert report.error is not None
    assert report.error.type == kind


def test_queries_of_a_lazy_result_count() -> None:
    checks = CHECKS.replace("at_most=1", "at_most=0")
    solution = "from shop.models import Tag\ndef answer():\n    return Tag.objects.order_by('pk')\n"
    report = judge(solution, checks, solution)
    assert [each.status for each in report.checks] == ["passed", "failed"]


def test_each_size_starts_from_a_clean_database() -> None:
    code = SOLUTION.replace("return", "n =") + "    Order.objects.all().delete()\n    return n\n"
    report = judge(code, CHECKS.replace("at_most=1", "at_most=20"))
    assert report.verdict is not None
    assert report.verdict.passed


@pytest.mark.parametrize(
    ("checks", "solution", "words"),
    [
        ("def check(expect): pass", SOLUTION, "demands nothing"),
        (
            CHECKS,
            "def answer(): return 1/0",
            "the solution failed: `answer\\(\\)` was called with 8 orders: division by zero",
        ),
        (CHECKS, "def answer(): return object()", "cannot be compared"),
    ],
)
def test_an_authors_mistake_is_no_verdict(checks: str, solution: str, words: str) -> None:
    with pytest.raises(ProjectError, match=words):
        judge(SOLUTION, checks, solution)


@pytest.mark.parametrize(
    ("check", "advice"),
    [
        (None, "Do not divide."),
        ("Gives the right answer", "Do not divide."),
        ("Uses at most 1 query, at any size of data", None),
    ],
)
def test_advice_is_given_at_the_check_that_it_belongs_to(
    check: str | None, advice: str | None
) -> None:
    code = "def answer():\n    return 8 // 1\n"
    mistake = {"pattern": "_ // _", "say": "Do not divide.", "check": check}
    report = grade(
        {
            "files": {"answer.py": code},
            "entry": "answer.py",
            "checks": CHECKS,
            "solution": {"answer.py": SOLUTION},
            "mistakes": [mistake],
        }
    )
    assert report.checks[0].status == "failed"
    assert report.checks[0].advice == advice


DIFFERENCES: list[tuple[Any, Any, str | None]] = [
    (1, 1, None),
    (1, True, "expected 1, got True (a bool, not an int)"),
    (1, 1.0, "expected 1, got 1.0 (a float, not an int)"),
    ([1, 2], [1, 2], None),
    ([1, 2], [2, 1], "row 1: expected 1, got 2"),
    ([1, 2], [1], "expected 2 rows, got 1"),
    ([1], (1,), "expected a list, got a tuple"),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}, None),
    ({"a": 1}, {}, "the key 'a' is missing"),
    ({}, {"a": 1}, "the key 'a' is not expected"),
    ([{"a": [1]}], [{"a": [2]}], "row 1, `a`, item 1: expected 1, got 2"),
    ({1, 2}, {2, 1}, None),
    (None, 0, "expected None, got 0 (an int, not None)"),
    (float("nan"), float("nan"), None),
    ("a" * 500, "b", f"expected '{'a' * 118}…, got 'b'"),
]


@pytest.mark.parametrize(("expected", "got", "words"), DIFFERENCES)
def test_difference(expected: Any, got: Any, words: str | None) -> None:
    assert difference(plain(expected), plain(got)) == words


def test_values_that_lie_about_themselves() -> None:
    class Agreeable(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            return True

        def __str__(self) -> str:
            return "right"

    class Long(list[int]):
        def __len__(self) -> int:
            return 9

    assert plain(Agreeable("wrong")) == "wrong"
    assert type(plain(Agreeable("wrong"))) is str
    assert plain(Long([1])).items == (1,)


@pytest.mark.parametrize("value", [object(), iter([]), lambda: 1, {1: object()}])
def test_what_cannot_be_compared(value: Any) -> None:
    with pytest.raises(NotPlain):
        plain(value)


def test_a_value_in_itself_is_not_plain() -> None:
    ring: list[Any] = []
    ring.append(ring)
    with pytest.raises(NotPlain):
        plain(ring)


def test_what_nobody_tried_is_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    def skip_the_last(*args: Any) -> list[Any]:
        first, *_ = rule(*args)
        return [first, Skipped("Not tried.")]

    rule = verdict._rule
    monkeypatch.setattr(verdict, "_rule", skip_the_last)
    report = judge(SOLUTION)
    assert [each.status for each in report.checks] == ["passed", "skipped"]
    assert report.verdict == Verdict(False, "Not yet: not everything could be tried.")
