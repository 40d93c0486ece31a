"""Two callers at once: what SQLite and Django make of it, and what the learner reads."""

import pytest

from harness.exhibits import RaceExhibit
from harness.interleaving import effect_of, shortened
from harness.report import Report
from judge.race_exhibit import LOST
from shop_runs import grade

STATE = """
from shop.models import Item, Product
def prepare():
    Item.objects.all().delete()
    Product.objects.filter(pk=1).update(stock=1)
def state():
    return {"stock": Product.objects.get(pk=1).stock, "items": Item.objects.count()}
"""
CHECKS = """
def check(expect):
    race = expect.race(
        "sale:sell", [1], [2], data=(8, 1), state="state.py:state", prepare="state.py:prepare",
        may_raise=["SoldOut"], shows=["stock"],
    )
    race.that("Sells it once", lambda turn: turn.state == {"stock": 0, "items": 1})
    race.as_if_one_after_the_other("As if in a row")
"""
HEAD = """
from threading import Lock
from django.db import IntegrityError, transaction
from django.db.models import F
from shop.models import Item, Product
class SoldOut(Exception): pass
def note(order_id):
    Item.objects.create(order_id=order_id, product_id=1, quantity=1, unit_price=1)
LOCK = Lock()
"""
READ_AND_WRITE = """
    product = QUERYSET.get(pk=1)
    if not product.stock: raise SoldOut
    product.stock -= 1
    product.save()
    note(order_id)
"""
GUARDED = """
def sell(order_id):
    if not Product.objects.filter(pk=1, stock__gte=1).update(stock=F("stock") - 1): raise SoldOut
    note(order_id)
"""
PLAIN = "def sell(order_id):" + READ_AND_WRITE.replace("QUERYSET", "Product.objects")
LOCKING = PLAIN.replace("Product.objects", "Product.objects.select_for_update()")
ATOMIC = "@transaction.atomic\n"


def judge(code: str) -> Report:
    return grade(
        {
            "files": {"sale.py": HEAD + code},
            "entry": "sale.py",
            "checks": CHECKS,
            "solution": {"sale.py": HEAD + GUARDED},
            "support": {"state.py": STATE},
        }
    )


GOOD = {
    "guarded": GUARDED,
    "guarded and atomic": ATOMIC + GUARDED.lstrip(),
    "locked": ATOMIC + LOCKING,
    "locked in a nested block": (
        "def sell(order_id):\n  with transaction.atomic():\n   with transaction.atomic():"
        + READ_AND_WRITE.replace("QUERYSET", "Product.objects.select_for_update()")
    ),
    "constraint": """
def sell(order_id):
    try:
        with transaction.atomic():
            Product.objects.filter(pk=1).update(stock=F("stock") - 1)
            note(order_id)
    except IntegrityError: raise SoldOut from None
""",
}


@pytest.mark.parametrize("code", GOOD.values(), ids=GOOD)
def test_what_keeps_callers_apart_passes(code: str) -> None:
    report = judge(code)
    assert [(each.status, each.message) for each in report.checks if each.status != "passed"] == []


BAD = {
    "read, then write": (PLAIN, "B called just before A's `UPDATE shop_product"),
    "an atomic block keeps nobody out": (ATOMIC + PLAIN, "B called just before A's `UPDATE"),
    "a lock of this process": (
        PLAIN.replace("    product =", "  with LOCK:\n    product =", 1),
        "B called just before",
    ),
    "a lock without a transaction": (LOCKING, "select_for_update cannot be used outside"),
    "a lock taken too late": (
        ATOMIC
        + PLAIN.replace("stock -= 1", "stock -= 1; list(Product.objects.select_for_update())"),
        "B called just before A's",
    ),
    "no guard": (
        GUARDED.replace(", stock__gte=1", ""),
        "Caller A got IntegrityError: CHECK constraint failed: stock",
    ),
}


@pytest.mark.parametrize(("code", "words"), BAD.values(), ids=BAD)
def test_what_does_not_fails(code: str, words: str) -> None:
    report = judge(code)
    assert report.checks[0].status == "failed"
    assert words in report.checks[0].message


def test_the_lost_update_is_seen() -> None:
    report = judge(ATOMIC + PLAIN)
    exhibit = report.exhibits[0]
    assert isinstance(exhibit, RaceExhibit)
    told = [(step.caller, step.sql[:20], step.effect) for step in exhibit.steps]
    assert told == [
        ("A", "SELECT … FROM shop_p", "read stock = 1"),
        ("B", "SELECT … FROM shop_p", "read stock = 1"),
        ("B", "UPDATE shop_product ", "1 row changed"),
        ("B", "INSERT INTO shop_ite", "rows written"),
        ("B", "", "returned None"),
        ("A", "UPDATE shop_product ", "1 row changed"),
        ("A", "INSERT INTO shop_ite", "rows written"),
        ("A", "", "returned None"),
    ]
    assert [(number, step.note) for number, step in enumerate(exhibit.steps) if step.note] == [
        (5, LOST)
    ]
    assert not exhibit.holds
    assert report.checks[0].place is not None
    assert report.checks[0].place.file == "sale.py"


def test_the_stand_in_for_row_locks_is_told() -> None:
    assert "its write lock stood in" in judge(ATOMIC + LOCKING).checks[0].message
    assert "lock" not in judge(GUARDED).checks[0].message


def test_who_waits_is_shown() -> None:
    exhibit = judge(ATOMIC + LOCKING).exhibits[0]
    assert isinstance(exhibit, RaceExhibit)
    (waiting,) = [step for step in exhibit.steps if step.waits]
    assert (waiting.caller, waiting.effect) == ("B", "has to wait for the other")
    assert any("FOR UPDATE" in step.sql for step in exhibit.steps)
    assert exhibit.holds
    assert not any(step.note for step in exhibit.steps)


def test_a_forged_claim_is_no_pass() -> None:
    code = """
import gc
def sell(order_id):
    for each in gc.get_objects():
        if type(each).__name__ == "Race": each._runs = [{"last": True}]
"""
    report = judge(code)
    assert report.verdict is not None
    assert not report.verdict.passed


def test_of_very_many_queries_the_first_are_tried() -> None:
    reads = "    for _ in range(40): Product.objects.first()\n"
    report = judge(GUARDED + reads)
    assert report.checks[0].message.startswith("B called in each of 25 places of A's call")
    assert judge(PLAIN + reads).checks[0].status == "failed"


STEPS = [
    ("SELECT 1", (), "SELECT 1"),
    ('SELECT "a"."b" FROM "a" WHERE "a"."b" = %s', (5,), "SELECT a.b FROM a WHERE a.b = 5"),
    (f'SELECT {"x" * 80} FROM "a"', (), "SELECT … FROM a"),
    (
        'UPDATE "a" SET "n" = %s WHERE "id" = %s',
        ["it's", 2],
        """UPDATE a SET n = "it's" WHERE id = 2""",
    ),
    (
        'UPDATE "a" SET "b" = %s, "c" = %s, "n" = %s, "d" = %s WHERE "id" = %s',
        (1, 2, 3, 4, 5),
        "UPDATE a SET …, n = 3, … WHERE id = 5",
    ),
]


@pytest.mark.parametrize(("sql", "params", "text"), STEPS)
def test_steps_are_short(sql: str, params: list[object], text: str) -> None:
    assert shortened(sql, params, ["n"]) == text


def test_effects_of_reading() -> None:
    assert effect_of(["id", "n"], [(1, 7)], ["n"]) == "read n = 7"
    assert effect_of(["a"], [(1,)], []) == "read 1"
    assert effect_of(["id", "n"], [(1, 7), (2, 8)], []) == "2 rows"
    assert effect_of(["id"], [], ["n"]) == "no row"
