from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from report import order_report
from shop.models import Category, Customer, Item, Order, Product, User

TODAY = datetime(2026, 6, 1, tzinfo=UTC)


def a_customer(name):
    user = User.objects.create(username=name, email=f"{name}@example.com")
    return Customer.objects.create(user=user, name=name, joined_at=TODAY)


def an_order(number, customer, *names, days_ago=0):
    """An order with an item of each of these products, which are made as well."""
    placed_at = TODAY - timedelta(days=days_ago)
    order = Order.objects.create(number=number, customer=customer, placed_at=placed_at)
    category, _ = Category.objects.get_or_create(name="All", slug="all")
    for name in names:
        price = Decimal("5.00")
        product = Product.objects.create(name=name, sku=name, category=category, price=price)
        Item.objects.create(order=order, product=product, unit_price=price)
    return order


def made(count):
    for number in range(count):
        name = f"{Order.objects.count()}-{number}"
        an_order(name, a_customer(name), f"Mug {name}", f"Pot {name}", days_ago=count - number)


def counted():
    with CaptureQueriesContext(connection) as queries:
        rows = order_report()
    return len(queries), rows


@pytest.mark.django_db
def test_nothing_grows():
    made(2)
    few, _ = counted()
    made(5)
    many, rows = counted()
    assert few == many <= 3
    assert len(rows) == 7


@pytest.mark.django_db
def test_rows():
    an_order("old", a_customer("A"), "Cup", "Bowl", days_ago=9)
    an_order("new", a_customer("B"))
    assert [(row["order"], row["customer"], row["items"]) for row in order_report()] == [
        ("new", "B", []),
        ("old", "A", ["Bowl", "Cup"]),
    ]
