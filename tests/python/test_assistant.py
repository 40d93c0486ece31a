# packs: assistant jedi
"""Questions about the shop, as the page asks them."""

from json import dumps, loads

import pytest

import assistant
import shop_runs
from catalog import opening_of
from harness import database
from harness.project import ROOT

ORM = "from shop.models import Item, Order\n\n"


@pytest.fixture(scope="module", autouse=True)
def shop():
    shop_runs.seeded()


def ask(kind, files=None, **rest):
    request = opening_of("shop") | {"files": files or {}, "question": {"kind": kind, **rest}}
    reply = loads(assistant.answer(dumps(request)))
    assert list(reply) == ["answer"]
    return reply["answer"]


def at(kind, code, path="report.py"):
    """Ask about the place of `|`, which the page gives in UTF-16 units."""
    before, _, after = (ORM + code).partition("|")
    offset = len(before.encode("utf-16-le")) // 2
    return ask(kind, path=path, text=before + after, offset=offset)


def test_the_schema_has_models_fields_and_relations():
    models = {each["label"]: each for each in ask("schema")}
    order = models["shop.Order"]
    assert order["own"]
    assert order["table"] == "shop_order"
    assert not models["auth.Group"]["own"]
    assert models["shop.Product_tags"]["auto"]
    fields = {each["name"]: each for each in order["fields"]}
    assert fields["id"]["pk"]
    assert fields["shipping_address"]["null"]
    assert fields["customer"]["relation"] == {
        "kind": "foreign",
        "to": "shop.Customer",
        "table": "",
        "back": "orders",
    }
    tags = {each["name"]: each for each in models["shop.Product"]["fields"]}["tags"]
    assert tags["relation"]["kind"] == "many"
    assert tags["relation"]["table"] == "shop_product_tags"


def test_tables_are_counted():
    counts = {each["table"]: each["rows"] for each in ask("tables", image=False)}
    assert counts["shop_order"] == 50
    assert "sqlite_sequence" not in counts


def rows(table, start=0, count=10, key=None, image=False):
    return ask("rows", image=image, table=table, **{"from": start}, count=count, key=key)


def test_rows_come_in_pages_in_the_order_of_the_key():
    page = rows("shop_order", 20, 5)
    assert page["total"] == 50
    assert [row[0] for row in page["rows"]] == [21, 22, 23, 24, 25]
    columns = {each["name"]: each for each in page["columns"]}
    assert columns["id"]["pk"]
    assert columns["customer_id"]["references"] == {"table": "shop_customer", "column": "id"}
    assert columns["number"]["references"] is None


def test_a_row_is_found_by_its_key():
    page = rows("shop_order", key={"column": "id", "value": 40})
    assert page["found"] == 39
    assert page["rows"][page["found"] - page["from"]][0] == 40
    assert rows("shop_order", key={"column": "id", "value": 4000})["found"] is None
    assert rows("no_such_table") is None


def test_a_table_name_is_a_name_and_nothing_else():
    assert rows('shop_order"; DROP TABLE shop_order; --') is None
    assert rows("shop_order")["total"] == 50


def test_the_image_of_a_run_is_another_database():
    from pathlib import Path

    shop_runs.run("from shop.models import Item\nItem.objects.all().delete()\n")
    image = database.image()
    assert image is not None
    Path("/image.sqlite3").write_bytes(image)
    assert rows("shop_item", image=True)["total"] == 0
    assert rows("shop_order", image=True)["total"] == 50
    database.load(shop_runs.seeded())
    assert rows("shop_item")["total"] > 0


def test_cells_that_json_has_no_value_for():
    from assistant.tables import _cell

    assert _cell(b"abc") == {"bytes": 3}
    assert _cell(2**60) == str(2**60)
    assert _cell(float("inf")) == "inf"
    assert _cell(None) is None


def test_files_of_the_learner_are_written_and_parsed_but_not_run():
    from pathlib import Path

    ask("schema", files={"mine.py": "raise SystemExit"})
    assert Path(ROOT, "mine.py").read_text() == "raise SystemExit"
    found = ask(
        "complete",
        files={"mine.py": "ours = 1"},
        path="a.py",
        text="import mine\nmine.ou",
        offset=19,
    )
    assert [each["label"] for each in found] == ["ours"]


def test_offsets_count_utf_16_units():
    assert "number" in [each["label"] for each in at("complete", "'🐍🐍'; Order.objects.get(|)")]


# code with a caret, what the signature begins with, the parameter that the caret is in
SIGNATURES = [
    ("Order.objects.filter(|)", "filter(*args, **kwargs)", "*args"),
    ("Order.objects.filter(status=|)", "filter(*args, **kwargs)", "**kwargs"),
    ("Order.objects.get_or_create(defaults=|)", "get_or_create(defaults=None", "defaults=None"),
    ("Order.objects.order_by('a', |)", "order_by(*field_names)", "*field_names"),
    ("Order.objects.bulk_create([], |)", "bulk_create(objs, batch_size=None", "batch_size=None"),
    (
        "Order.objects.first().save(update_fields=['|'])",
        "save(*, force_insert=False",
        "update_fields=None",
    ),
    ("Order(number=|)", "Order(id=, number=", "number="),
    ("print('a', sep=|)", "print(", None),
]


@pytest.mark.parametrize(
    ("code", "label", "active"), SIGNATURES, ids=[row[0] for row in SIGNATURES]
)
def test_signatures(code, label, active):
    found = at("signature", code)
    assert found["label"].startswith(label)
    if active is not None:
        assert found["parameters"][found["active"]] == active


def test_where_nothing_is_called_there_is_no_signature():
    assert at("signature", "x = |1") is None


# code with a caret, a part of what is said of the word there
DESCRIPTIONS = [
    ("Or|der", "a model of this project, table shop_order"),
    ("Order.objects.fil|ter()", "filter(*args, **kwargs)"),
    ("Order.objects.filter(custo|mer=1)", "Order.customer: ForeignKey to Customer"),
    ("Order.objects.filter(customer__us|er__email=1)", "Customer.user: OneToOneField to User"),
    ("Order.objects.filter(customer__user__em|ail=1)", "User.email: EmailField"),
    ("Order.objects.filter(placed_at__ye|ar=1)", "year: The year."),
    ("Order.objects.order_by('-placed|_at')", "Order.placed_at: DateTimeField"),
    ("Order.objects.prefetch_related('ite|ms')", "many Item, by Item.order"),
    ("order = Order.objects.first()\norder.sta|tus", "One of 'draft'"),
    ("order = Order.objects.first()\nord|er", "One Order"),
    ("import datetime\ndatetime.da|te", "date"),
]


@pytest.mark.parametrize(("code", "words"), DESCRIPTIONS, ids=[row[0] for row in DESCRIPTIONS])
def test_descriptions(code, words):
    assert words in at("describe", code)


def test_nothing_is_said_of_empty_space():
    assert at("describe", "x = 1  |  ") is None
