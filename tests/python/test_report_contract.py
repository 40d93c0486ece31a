"""The golden reports of `tests/contract`, which the page's parser reads too.

After a wanted change of the report, delete the files and run this twice: the first time writes them.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from catalog import EXERCISES, REPOSITORY, files_of
from harness.report import CodeExhibit, Report, TableExhibit, from_dict, to_dict
from shop_runs import grade, run

CONTRACT = REPOSITORY / "tests" / "contract"
MEASURED = {"start_ms", "duration_ms", "total_ms", "setup_ms", "run_ms", "sql_ms"}

RUN = """
import sys
from shop.models import Order

for order in Order.objects.order_by("pk")[:4]:
    print(order.number, order.customer.name)
print("done", file=sys.stderr)
Order.objects.order_by("pk").values("number", "status")[:3]
"""

ERROR = """
from shop.models import Order

def find(number):
    try:
        return {}[number]
    except KeyError as missing:
        return Order.objects.get(custmer=number)

find("BR-000001")
"""

CHECKS = """
def check(expect):
    report = expect.call("report:order_report", at=[(3, 1), (5, 2)], of="orders")
    report.same_result_as_solution("Returns the same report")
    report.queries(at_most=2)
"""


def graded(submission: str) -> Report:
    exercise = EXERCISES / "n-plus-one"
    return grade(
        {
            "files": files_of(exercise / submission, leave_out=("why.toml",)),
            "entry": "main.py",
            "checks": CHECKS,
            "solution": files_of(exercise / "solution"),
        }
    )


def graded_error() -> Report:
    exercise = EXERCISES / "n-plus-one"
    return grade(
        {
            "files": {"report.py": "def order_report():\n    return Oder.objects.all()\n"},
            "entry": "report.py",
            "checks": CHECKS,
            "solution": files_of(exercise / "solution"),
        }
    )


def graded_with_exhibits() -> Report:
    report = graded("starter")
    report.checks[-1].advice = "The relation is loaded with the orders, and then filtered anew."
    report.exhibits = [
        CodeExhibit("The plan", "sql", "SCAN shop_order"),
        TableExhibit("Which index", ["Index", "Used"], [["shop_order_placed_at", "yes"]]),
    ]
    return report


REPORTS: dict[str, Callable[[], Report]] = {
    "run-with-findings": lambda: run(RUN),
    "run-with-error": lambda: run(ERROR),
    "grading-passed": lambda: graded("solution"),
    "grading-failed": lambda: graded("starter"),
    "grading-of-an-error": graded_error,
    "grading-with-exhibits": graded_with_exhibits,
}


def without_measures(data: Any) -> Any:
    if isinstance(data, dict):
        return {
            key: 0 if key in MEASURED else without_measures(value) for key, value in data.items()
        }
    return [without_measures(each) for each in data] if isinstance(data, list) else data


@pytest.mark.parametrize("name", REPORTS)
def test_golden(name: str) -> None:
    path = CONTRACT / f"{name}.json"
    fresh = without_measures(to_dict(REPORTS[name]()))
    if not path.exists():
        text = json.dumps(fresh, indent=2, ensure_ascii=False) + "\n"
        path.write_text(text, "utf-8")
        pytest.fail(f"{path.name} was missing and is written now: read it, then run again")
    golden = json.loads(path.read_text("utf-8"))
    assert to_dict(from_dict(golden)) == golden
    assert fresh == golden


def test_no_golden_report_is_left_over() -> None:
    assert {path.stem for path in CONTRACT.glob("*.json")} == set(REPORTS)
