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


def test_discount_begins_at_50(order):
    add_item(order, a_product("50.00"), 1)
    assert total(order, percent=10) == Decimal("49.90")


def test_no_discount_below_50(order):
    add_item(order, a_product("49.99"), 1)
    assert total(order, percent=10) == Decimal("54.89")


def test_half_a_cent_is_rounded_up(order):
    add_item(order, a_product("66.70"), 1)
    assert total(order, percent=5) == Decimal("68.26")


def test_shipping_is_free_from_100_on(order):
    add_item(order, a_product("50.00"), 2)
    assert total(order) == Decimal("100.00")


def test_the_discount_comes_before_free_shipping(order):
    add_item(order, a_product("105.00"), 1)
    assert total(order, percent=10) == Decimal("99.40")


def test_stock_goes_down_in_the_database(order):
    product = a_product("20.00", stock=3)
    add_item(order, product, 2)
    assert product.stock == 1


def test_out_of_stock_changes_nothing(order):
    product = a_product("20.00", stock=1)
    with pytest.raises(OutOfStock):
        add_item(order, product, 2)
    assert product.stock == 1
    assert order.items.count() == 0
