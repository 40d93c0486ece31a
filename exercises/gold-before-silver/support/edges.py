"""Customers who spent exactly what decides between two labels."""

from datetime import UTC, datetime
from decimal import Decimal

from labels import customers_of
from shop.models import Customer, Item, Order, Product, User

DAY = datetime(2026, 6, 1, tzinfo=UTC)


def labels(customers):
    """The labels under which each of these customers is found; `customers` maps names to items bought."""
    for number, (name, items) in enumerate(customers.items()):
        user = User.objects.create(username=f"edge{number}", email=f"edge{number}@example.com")
        customer = Customer.objects.create(user=user, name=name, joined_at=DAY)
        if items is None:
            continue
        order = Order.objects.create(number=f"EDGE-{number}", customer=customer, placed_at=DAY)
        for product, (quantity, price) in zip(Product.objects.order_by("pk"), items, strict=False):
            Item.objects.create(
                order=order, product=product, quantity=quantity, unit_price=Decimal(price)
            )
    found = {tier: customers_of(tier) for tier in ("gold", "silver", "bronze", "new")}
    return {name: [tier for tier, names in found.items() if name in names] for name in customers}
