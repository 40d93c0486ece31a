"""`expect.cache`: what the judge makes of hits, keys, stale values and two callers at once."""

from typing import Any

import pytest

from harness.exhibits import CacheEvent, CacheExhibit
from harness.report import Report
from shop_runs import grade

CHECKS = """
def check(expect):
    cache = expect.cache(data=(12, 3), counted=["slow:compute"])
    first = cache.call("answer:stock", 1)
    again = cache.call("answer:stock", 1)
    other = cache.call("answer:stock", 2)
    cache.write("answer:sell", 1, reader=("answer:stock", 1))
    sold = cache.call("answer:stock", 1)
    cache.write("answer:sell", 2, reader=("answer:stock", 2), rolled_back=True)
    kept = cache.call("answer:stock", 2)
    cache.wait(90)
    late = cache.call("answer:stock", 1)
    two = cache.together("answer:stock", 1)
    cache.same_values_as_solution("right", first, again, other)
    cache.hits("hit", again)
    cache.misses("miss", first, late)
    cache.different_keys("keys", first, other)
    cache.named_keys("named", first)
    cache.ttl("ttl", first, at_least=10, at_most=60)
    cache.same_values_as_solution("fresh", sold)
    cache.same_values_as_solution("rolled back", kept)
    cache.once("once", two, "slow:compute", during=True)
    cache.once("always once", two, "slow:compute")
"""
SLOW = """
from shop.models import Product
def compute(pk):
    return Product.objects.values_list("stock", flat=True).get(pk=pk)
"""
RIGHT = """
import time
from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from shop.models import Product
from slow import compute

def stock(pk):
    while (found := cache.get(f"stock:{pk}")) is None:
        if cache.add(f"stock:{pk}:lock", 1, 30):
            try:
                return cache.get_or_set(f"stock:{pk}", lambda: compute(pk), 60)
            finally:
                cache.delete(f"stock:{pk}:lock")
        time.sleep(0.1)
    return found

def sell(pk):
    with transaction.atomic():
        Product.objects.filter(pk=pk).update(stock=F("stock") + 1)
        transaction.on_commit(lambda: cache.delete(f"stock:{pk}"))
"""
SIMPLE = 'def stock(pk):\n    return cache.get_or_set(f"stock:{pk}", lambda: compute(pk), 60)\n'


def judge(code: str) -> Report:
    return grade(
        {
            "files": {"answer.py": code, "slow.py": SLOW},
            "entry": "answer.py",
            "checks": CHECKS,
            "solution": {"answer.py": RIGHT, "slow.py": SLOW},
        }
    )


def simple(**changes: str) -> str:
    head, _, tail = RIGHT.partition("def stock")
    code = head + SIMPLE + "\ndef sell" + tail.partition("def sell")[2]
    for old, new in changes.items():
        words = {"key": '"stock:{pk}", lambda', "ttl": ", 60)", "after": "transaction.on_commit"}
        assert words[old] in code
        code = code.replace(words[old], new)
    return code


def failed(report: Report) -> dict[str, str]:
    return {each.title: each.message for each in report.checks if each.status == "failed"}


def test_all_is_well() -> None:
    report = judge(RIGHT)
    assert failed(report) == {}
    (shown,) = report.exhibits
    assert isinstance(shown, CacheExhibit)
    first, second = shown.steps[:2]
    assert (first.told, first.queries, second.queries) == ("`stock(1)`", 1, 0)
    assert first.events[0] == CacheEvent("get", "stock:1", "", "miss", "")
    assert CacheEvent("add", "stock:1", "", "stored", "for 60 s") in first.events
    assert [(event.outcome, event.key) for event in second.events] == [("hit", "stock:1")]
    met = next(step for step in shown.steps if step.meetings)
    assert {each.calls for each in met.meetings} == {1}
    assert {event.who for event in met.events} == {"caller 1", "caller 2"}


WRONG: list[tuple[str, set[str]]] = [
    (simple(), {"once", "always once"}),
    (simple(key='"stock", lambda'), {"right", "keys", "named", "fresh", "rolled back"}),
    (simple(ttl=", None)"), {"ttl", "miss"}),
    (simple(ttl=", 3600)"), {"ttl", "miss"}),
    (simple(after="(lambda call: call())"), {"fresh"}),
    (simple(after="str"), {"fresh"}),
]


@pytest.mark.parametrize(("code", "titles"), WRONG)
def test_each_mistake_fails_its_own_check(code: str, titles: set[str]) -> None:
    assert titles <= set(failed(judge(code)))


def test_a_stale_value_is_told_as_one() -> None:
    message = failed(judge(simple(after="str")))["fresh"]
    assert message.startswith(
        "Step 5: `stock(1)`, after “`sell(1)`, with others reading meanwhile”."
    )
    assert "That is what step 2 returned, and it is out of date by now." in message


def test_no_cache_is_no_hit() -> None:
    code = simple().replace(SIMPLE, "def stock(pk):\n    return compute(pk)\n")
    words = failed(judge(code))
    assert "Nothing was asked of the cache." in words["hit"]
    assert "miss" in words


def test_a_lock_without_a_second_look_computes_twice() -> None:
    look = 'return cache.get_or_set(f"stock:{pk}", lambda: compute(pk), 60)'
    assert look in RIGHT
    code = RIGHT.replace(look, 'cache.set(f"stock:{pk}", compute(pk), 60)')
    words = failed(judge(code))
    assert set(words) == {"always once"}
    assert "just before “add stock:1:lock” of the first" in words["always once"]


def test_a_lock_of_threads_holds_up_nobody_elsewhere() -> None:
    code = "import threading\nLOCK = threading.Lock()\n" + simple().replace(
        "    return cache.get", "    with LOCK:\n        return cache.get"
    )
    message = failed(judge(code))["once"]
    assert "`compute()` ran 2 times" in message


@pytest.mark.parametrize(
    "facts", ["{}", "{'steps': 5}", "{'steps': [{}]}", "{'steps': [None] * 12}"]
)
def test_forged_facts_are_no_pass(facts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from harness.stepped import Stepped

    def forged(self: Any) -> Any:
        return eval(facts)

    monkeypatch.setattr(Stepped, "facts", forged)
    assert "another form" in failed(judge(RIGHT))["hit"]
