from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pricing import OutOfStock, add_item, total
from shop.models import Category, Customer, Order, Product, User


@pytest.fixture
def order(db):
    user = User.objects.create(username="anna", email="anna@example.com")
    today = datetime(2026, 6, 1, tzinfo=UTC)
    customer = Customer.objects.create(user=user, name="Anna", joined_at=today)
    return Order.objects.create(number="BR-1", customer=customer, placed_at=today)


def a_product(price, stock=10):
    category, _ = Category.objects.get_or_create(name="Mugs", slug="mugs")
    number = Product.objects.count()
    return Product.objects.create(
        name="Mug", sku=f"MUG-{number}", category=category, price=Decimal(price), stock=stock
    )


def test_discount(order):
    add_item(order, a_product("80.00"), 1)
    assert total(order, percent=10)


def test_add_item(order):
    product = a_product("20.00", stock=3)
    add_item(order, product, 2)
    assert product.stock == 1


def test_out_of_stock(order):
    try:
        add_item(order, a_product("20.00", stock=1), 2)
    except OutOfStock:
        pass
