"""Predictions: what counts as the right answer, and what is said of another."""

import pytest

from shop_runs import grade

CHECKS = """
def check(expect):
    expect.predict("sent", title="Knows", queries_of="ask:ask", at=(8, 1), because="It is one.")
    expect.predict("shown", title="Knows more", answer="21", unit="", because="One more.")
"""
ASK = "from shop.models import Order\ndef ask():\n    return Order.objects.count()\n"


def told(answers: str) -> list[tuple[str, str]]:
    files = {"answers.toml": f"[answers]\n{answers}\n", "ask.py": ASK}
    report = grade({"files": files, "entry": "", "checks": CHECKS, "solution": files})
    return [(check.status, check.message) for check in report.checks]


@pytest.mark.parametrize("answers", ['sent = 1\nshown = "21"', 'sent = "1"\nshown = 21'])
def test_a_number_is_right_with_and_without_quotes(answers: str) -> None:
    assert [status for status, _ in told(answers)] == ["passed", "passed"]


@pytest.mark.parametrize("sent", ["2", "true", '"one"'])
def test_another_answer_is_told_what_came(sent: str) -> None:
    (status, message), _ = told(f'sent = {sent}\nshown = "21"')
    assert status == "failed"
    assert "1 query" in message
    assert "1 queries" not in message
