"""Streams: their items, and the memory that is in use while they are handed out."""

import pytest

from harness.report import Report
from shop_runs import grade

CHECKS = """
def check(expect):
    it = expect.stream("answer:answer", at=[(150, 1), (600, 2)], of="orders")
    it.same_result_as_solution("Yields the same")
    it.flat_memory(at_most_times=2, title="Is flat")
"""
HEAD = (
    "import gc, tracemalloc\nfrom shop.models import Order\nORDERS = Order.objects.order_by('pk')\n"
)
SOLUTION = (
    HEAD + "def answer():\n    for each in ORDERS.iterator(chunk_size=50): yield each.number\n"
)


def judge(code: str) -> Report:
    return grade(
        {
            "files": {"answer.py": code},
            "entry": "answer.py",
            "checks": CHECKS,
            "solution": {"answer.py": SOLUTION},
        }
    )


FLAT = [
    "    return (each.number for each in ORDERS.iterator(chunk_size=80))",
    "    return ORDERS.values_list('number', flat=True).iterator(chunk_size=80)",
    "    for n in range(0, ORDERS.count(), 50):\n        for each in ORDERS[n : n + 50]: yield each.number",
    "    for n in range(0, ORDERS.count(), 50):\n"
    "        for each in ORDERS.prefetch_related('items')[n : n + 50]: yield each.number",
]


@pytest.mark.parametrize("body", FLAT)
def test_flat(body: str) -> None:
    report = judge(f"{HEAD}def answer():\n{body}\n")
    assert [each.status for each in report.checks] == ["passed", "passed"], report.checks[1].message
    assert report.checks[1].message.startswith(
        "It held about the same with 150 orders and with 600 orders."
    )


GROWING = [
    "    for each in ORDERS.all(): yield each.number",
    "    lines = [each.number.ljust(500) for each in ORDERS.iterator(chunk_size=50)]\n    for each in lines: yield each.strip()",
    "    orders = list(ORDERS.all())\n    tracemalloc.clear_traces(); tracemalloc.reset_peak()\n"
    "    for each in orders: yield each.number",
    "    for each in ORDERS.prefetch_related('items').iterator(chunk_size=2000): yield each.number",
]


@pytest.mark.parametrize("body", GROWING)
def test_growing(body: str) -> None:
    report = judge(f"{HEAD}def answer():\n{body}\n")
    assert [each.status for each in report.checks] == ["passed", "failed"], report.checks[1].message
    assert (
        "held more than 2 times as much at once with 600 orders as with 150"
        in report.checks[1].message
    )
    assert report.checks[1].measured is not None
    assert report.checks[1].measured.got > 2


def test_items_are_compared_one_by_one() -> None:
    report = judge(SOLUTION.replace("yield each.number", "yield (each.number, each.pk)"))
    assert report.checks[0].message == (
        "`answer()` was called with 150 orders. Row 1: expected 'BR-000001', got a tuple of 2"
        " (a tuple, not a str)."
    )


@pytest.mark.parametrize("body", ["    return 5", "    yield object()", "    yield 1 / 0"])
def test_what_is_no_stream_fails(body: str) -> None:
    report = judge(f"{HEAD}def answer():\n{body}\n")
    assert report.checks[0].status == "failed"
    assert report.verdict is not None
    assert not report.verdict.passed
