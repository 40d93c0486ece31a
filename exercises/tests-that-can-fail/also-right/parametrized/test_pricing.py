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


@pytest.mark.parametrize(
    ("price", "percent", "expected"),
    [
        ("49.99", 10, "54.89"),
        ("50.00", 10, "49.90"),
        ("66.70", 5, "68.26"),
        ("99.99", 0, "104.89"),
        ("100.00", 0, "100.00"),
        ("105.00", 10, "99.40"),
    ],
)
def test_total(order, price, percent, expected):
    add_item(order, a_product(price), 1)
    assert total(order, percent) == Decimal(expected)


@pytest.mark.parametrize(("wanted", "left", "items"), [(3, 0, 1), (4, 3, 0)])
def test_stock(order, wanted, left, items):
    product = a_product("5.00", stock=3)
    if items:
        add_item(order, product, wanted)
    else:
        with pytest.raises(OutOfStock):
            add_item(order, product, wanted)
    assert Product.objects.get(pk=product.pk).stock == left
    assert order.items.count() == items
