from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
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


@pytest.fixture
def orders(db):
    an_order("BR-1", a_customer("Anna"), "Mug", "Pot", days_ago=3)
    an_order("BR-2", a_customer("Bruno"), "Lamp", "Bowl", days_ago=2)
    an_order("BR-3", a_customer("Chen"), days_ago=1)


def test_rows(orders):
    assert [row["order"] for row in order_report()] == ["BR-3", "BR-2", "BR-1"]


def test_budget(orders, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        order_report()
