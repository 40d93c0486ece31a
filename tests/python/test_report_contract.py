"""The golden reports of `tests/contract`, which the page's parser reads too.

After a wanted change of the report, delete the files and run this twice: the first time writes them.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from catalog import EXERCISES, REPOSITORY, files_of
from harness.exhibits import (
    CacheEvent,
    CacheExhibit,
    CacheMeeting,
    CacheStep,
    CodeExhibit,
    HttpExhibit,
    Implementation,
    LockTold,
    LogRecord,
    LogsExhibit,
    Message,
    MigrationsExhibit,
    MigrationTold,
    Operation,
    Pair,
    RaceExhibit,
    RaceStep,
    Stage,
    TableExhibit,
    TaskRun,
    TaskSent,
    TasksExhibit,
    TaskStep,
    TestResult,
    TestsExhibit,
    TestTold,
    Visit,
)
from harness.place import Place
from harness.report import Report, from_dict, to_dict
from shop_runs import grade, run

CONTRACT = REPOSITORY / "tests" / "contract"
MEASURED = {"start_ms", "duration_ms", "total_ms", "setup_ms", "run_ms", "sql_ms"}

RUN = """
import logging
import sys
from shop.models import Order

for order in Order.objects.order_by("pk")[:4]:
    print(order.number, order.customer.name)
print("done", file=sys.stderr)
logging.getLogger("shop").warning("%d orders", 4, extra={"first": 1})
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

PLACE = Place("views.py", 3, "order")
KINDS = [
    HttpExhibit(
        "Requests",
        [
            Visit(
                "GET",
                "/orders/1/",
                "Anna",
                200,
                3,
                1.5,
                "",
                PLACE,
                Message([], "", 0),
                Message([Pair("content-type", "application/json")], '{"id": 1}', 2),
                ["It answered 200, not 404."],
            )
        ],
    ),
    MigrationsExhibit(
        "Migrations",
        [
            MigrationTold(
                "0002_index",
                None,
                True,
                [
                    Operation(
                        "Create index",
                        ["CREATE INDEX a;"],
                        None,
                        [LockTold("create index", "SHARE", "writes", False, True, "It is built.")],
                    )
                ],
                ["DROP INDEX a;"],
                True,
                "failed",
                ["OperationalError: no"],
                [Stage("Order", 3, 1, 0, 2)],
                [""],
            )
        ],
        [Stage("Order", 4, 0, 0, 0)],
        [Stage("Order", 4, 0, 0, 0)],
        "",
    ),
    CacheExhibit(
        "Cache",
        [
            CacheStep(
                "`card(3)`",
                1,
                [CacheEvent("get", "card:3", "", "miss", "")],
                [CacheMeeting("set card:3", 2)],
            )
        ],
    ),
    TasksExhibit(
        "Tasks",
        [
            TaskStep(
                "a worker runs what was sent",
                [TaskSent("notify(3)", True)],
                [TaskRun("notify(3)", 1, 2, 60.5, "retried", "RETRY", False, "OSError: gone")],
            )
        ],
    ),
    LogsExhibit(
        "Log records",
        [LogRecord("INFO", "shop", "paid", [Pair("order", "7")], None, "", ['{"a": 1}'])],
    ),
    TestsExhibit(
        "Tests",
        [Implementation("Right 1", "", ""), Implementation("Mistake 1", "It is off by one.", "")],
        [
            TestTold(
                "test_add",
                "test_sums.py",
                [TestResult(1, "failed", True, "assert 1 == 2", PLACE)],
            )
        ],
    ),
    RaceExhibit(
        "A and B: sell()",
        "B called after A had finished.",
        [RaceStep("A", "SELECT 1", "read 1", PLACE, False, "Lost.")],
        "{'stock': 0}",
        False,
    ),
]


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
        *KINDS,
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
