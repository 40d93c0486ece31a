"""Requirements on the SQL of a submission: what it reads, and how SQLite finds it."""

import pytest

from harness.claim import Claim
from harness.exhibits import CodeExhibit
from harness.report import Report
from judge.prepared import Database, Unreadable, names_of
from judge.request import Metered, Probe, Reads
from judge.ruling import Outcome
from judge.statements import unseen
from shop_runs import grade

HEAD = "from shop.models import Order, Product\nfrom django.db import connection\ndef answer():\n"
BY_STATUS = "return list(Order.objects.filter(status='paid').values_list('number'))"


def judge(demand: str, code: str) -> Report:
    checks = (
        "def check(expect):\n    it = expect.call('answer:answer', at=[(12, 1)], of='orders')\n"
    )
    text = f"{HEAD}    {code}\n"
    return grade(
        {
            "files": {"answer.py": text},
            "entry": "answer.py",
            "checks": f"{checks}    it.{demand}\n",
            "solution": {"answer.py": text},
        }
    )


NEVER = "never_reads('shop_product.description')"
PASSING = [
    (NEVER, "return list(Product.objects.values_list('name'))"),
    (NEVER, "return [p.name for p in Product.objects.only('name')]"),
    (NEVER, "return [p.name for p in Product.objects.defer('description')]"),
    (NEVER, "return [p.name for p in Product.objects.raw('SELECT id, name FROM shop_product')]"),
    (NEVER, "return list(Product.objects.values_list('category__name'))"),
    ("fetches(at_most_columns=2)", "return list(Product.objects.values_list('name', 'price'))"),
    ("fetches(at_most_rows=3)", "return list(Product.objects.values_list('name')[:3])"),
    ("fetches(at_most_rows=[1])", "return Product.objects.count()"),
    ("fetches(at_most_rows='returned')", BY_STATUS),
    ("searches('shop_order')", BY_STATUS),
    ("searches('shop_order')", "return Order.objects.get(pk=1).number"),
    ("uses_index('order_status_placed_at', 'shop_order')", BY_STATUS),
    (
        "searches('shop_order', sorts=False)",
        "return list(Order.objects.filter(status='paid').order_by('placed_at').values_list('pk'))",
    ),
    (
        "searches('shop_order')",
        "return list(Product.objects.filter(items__order__status='paid').values_list('pk'))",
    ),
]


@pytest.mark.parametrize(("demand", "code"), PASSING)
def test_what_does_the_job_passes(demand: str, code: str) -> None:
    report = judge(demand, code)
    assert [(each.status, each.message) for each in report.checks] == [
        ("passed", report.checks[0].message)
    ]


FAILING = [
    (NEVER, "return [p.name for p in Product.objects.all()]", "a query reads"),
    (NEVER, "return [p.name for p in Product.objects.filter(description='')]", "from line 4"),
    (NEVER, "return len(Product.objects.raw('SELECT * FROM shop_product'))", "a query reads"),
    (NEVER, "return list(Product.objects.extra(select={'d': 'description'}).values('d'))", "reads"),
    (
        NEVER,
        "c = connection.cursor(); c.execute('select length(description) from shop_product p'); return 1",
        "a query reads",
    ),
    (
        "fetches(at_most_columns=2)",
        "return [p.name for p in Product.objects.all()]",
        "A query of `answer()` fetches 8 columns from line 4 of answer.py; at most 2 pass.",
    ),
    (
        "fetches(at_most_rows=3)",
        "return len(Product.objects.all())",
        "`answer()` fetched 25 rows with 12 orders; at most 3 pass. 25 of them come from line 4",
    ),
    (
        "fetches(at_most_rows='returned')",
        "return [p.name for p in Product.objects.all() if p.pk < 3]",
        "`answer()` fetched 25 rows with 12 orders; at most 2 pass.",
    ),
    (
        "searches('shop_order')",
        "return list(Order.objects.filter(note='').values_list('pk'))",
        "SQLite reads `shop_order` from end to end: `SCAN shop_order`.",
    ),
    (
        "searches('shop_order', sorts=False)",
        "return list(Order.objects.filter(status='paid').order_by('number').values_list('pk'))",
        "SQLite has to sort what it finds: `USE TEMP B-TREE FOR ORDER BY`.",
    ),
    (
        "uses_index('order_status_placed_at', 'shop_order')",
        "return list(Order.objects.filter(number='BR-000001').values_list('pk'))",
        "SQLite does not use the index `order_status_placed_at`: `SEARCH shop_order USING",
    ),
    ("searches('shop_order')", "return 1", "sent no query that reads `shop_order`"),
    (
        "searches('shop_order')",
        "return list(Order.objects.raw('SELECT * FROM shop_order AS o WHERE o.note = %s', ['x']))",
        "`SCAN o`",
    ),
    (
        "searches('shop_order')",
        "connection.cursor().execute('CREATE INDEX mine ON shop_order (note)');"
        " return list(Order.objects.filter(note='').values_list('pk'))",
        "from end to end",
    ),
]


@pytest.mark.parametrize(("demand", "code", "words"), FAILING)
def test_what_does_not_fails(demand: str, code: str, words: str) -> None:
    report = judge(demand, code)
    assert report.checks[0].status == "failed"
    assert words in report.checks[0].message


def test_the_plan_is_shown() -> None:
    report = judge("searches('shop_order')", BY_STATUS)
    (exhibit,) = report.exhibits
    assert isinstance(exhibit, CodeExhibit)
    assert exhibit.text.startswith(
        "SEARCH shop_order USING INDEX order_status_placed_at (status=?)"
    )


def test_a_partial_index_is_used_for_its_values_only() -> None:
    database = Database(
        ["CREATE TABLE t (a, b)", "CREATE INDEX part ON t (b) WHERE a = 'open'"],
    )
    sql = "SELECT b FROM t WHERE a = %s ORDER BY b"
    assert database.plan(sql, ["'open'"]) == ["SCAN t USING INDEX part"]
    assert database.plan(sql, ["'shut'"]) == ["SCAN t", "USE TEMP B-TREE FOR ORDER BY"]


def test_parameters_by_name_and_percent_signs() -> None:
    database = Database(["CREATE TABLE t (a, b)"])
    assert database.columns_read("SELECT a FROM t WHERE b = %(b)s", ["b=1"]) == {"t.a", "t.b"}
    assert database.columns_returned("SELECT a, '%%s' FROM t WHERE b = %s", ["None"]) == 2
    assert database.columns_returned("SELECT '100%%', b FROM t", []) == 2
    with pytest.raises(Unreadable):
        database.plan("SELECT a FROM t WHERE b IN (1, 2, …", [])


def test_names_of_a_table() -> None:
    sql = 'SELECT 1 FROM "t" JOIN "t" T3 ON T3.a = "t"."a" WHERE EXISTS(SELECT 1 FROM t as u0)'
    assert {"t", "T3", "u0"} <= names_of("t", sql)
    assert "other" not in names_of("t", 'SELECT 1 FROM "other" other')


def test_what_went_past_django_cannot_be_vouched_for() -> None:
    report = judge(NEVER, "return list(Product.objects.values_list('name'))")
    claim = Claim(report)
    for reads, past in ((1, False), (2, True)):
        outcome = Outcome(Probe("call", {}), Metered(claim, Reads(0, reads, 0)), None, {})
        assert bool(unseen("`answer()`", outcome, 0)) is past
