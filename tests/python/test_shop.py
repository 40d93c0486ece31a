"""The project `shop`: its data, its migrations, its settings."""

import time
from decimal import Decimal

import pytest

from harness import database, project
from harness.request import Seed
from shop_runs import run, seeded, text

SEEDING = """
from django.apps import apps
from django.core.management import call_command
from shop.seed import seed

def rows(size, number):
    call_command("flush", verbosity=0, interactive=False)
    seed(size=size, seed=number)
    return {
        model.__name__: list(model.objects.order_by("pk").values_list())
        for model in apps.get_app_config("shop").get_models()
    }
"""


def test_same_numbers_same_rows() -> None:
    report = run(SEEDING + "print(rows(40, 3) == rows(40, 3), rows(40, 3) == rows(40, 4))")
    assert text(report) == "True False\n"


@pytest.mark.parametrize("size", [1, 2, 30, 700])
def test_any_size(size: int) -> None:
    report = run(
        SEEDING + f"r = rows({size}, 9)\nprint(len(r['Order']), min(map(len, r.values())) > 0)"
    )
    assert report.error is None
    assert text(report) == f"{size} {size > 2}\n" or size <= 2


def test_ten_times_the_orders_take_ten_times_as_long() -> None:
    seeded()
    opened = project.opened()
    assert opened is not None
    seconds = []
    for size in (1_000, 10_000):
        database.load(opened.blank)
        started = time.perf_counter()
        database.fill(opened.project.seeder, Seed(size, 7))
        seconds.append(time.perf_counter() - started)
    few, many = seconds
    assert many < 20 * few
    assert text(run("from shop.models import Order\nprint(Order.objects.count())")) == "50\n"


def test_data_is_like_life() -> None:
    report = run(
        "from django.db.models import *\nfrom shop.models import *\n"
        "print(Order.objects.filter(items=None).exists())\n"
        "print(Order.objects.annotate(n=Count('items')).filter(n__gt=3).exists())\n"
        "print(Customer.objects.annotate(n=Count('orders')).filter(n__gt=2).exists())\n"
        "print(Category.objects.filter(parent__isnull=False).exists())\n"
        "print(Item.objects.exclude(unit_price=F('product__price')).exists())\n"
        "print(Order.objects.filter(shipping_address=None).exists())\n"
        "print(type(Item.objects.first().subtotal).__name__)"
    )
    assert text(report) == "True\n" * 6 + f"{Decimal.__name__}\n"


def test_the_migration_is_that_of_the_models() -> None:
    report = run(
        "from django.core.management import call_command\n"
        "call_command('makemigrations', check=True, dry_run=True)\ncall_command('check')"
    )
    assert report.error is None, report.output
    assert "No changes detected" in text(report)
    assert "no issues" in text(report)


def test_the_snippets_of_the_lesson() -> None:
    from catalog import REPOSITORY

    folder = REPOSITORY / "content" / "orm" / "n-plus-one"
    slow = run((folder / "slow.py").read_text("utf-8"))
    fast = run((folder / "fast.py").read_text("utf-8"))
    assert fast.query_count == 1
    assert slow.query_count == 51
    assert text(slow) == text(fast)
    assert [each.kind for each in slow.findings] == ["n_plus_one"]
    assert slow.findings[0].cure == 'select_related("customer")'
    assert fast.findings == []
