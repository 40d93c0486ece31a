"""Customers who spent the same."""

from decimal import Decimal

from best import best_customers
from shop.models import Address, Item, Order, Product


def draws():
    """The best of each country, when all customers bought for 10, each in another way."""
    Item.objects.all().delete()
    Order.objects.all().delete()
    products = Product.objects.order_by("pk")[:2]
    # From the last to the first: nobody is first by luck.
    for address in Address.objects.filter(kind="shipping").order_by("-customer"):
        order = Order.objects.create(
            number=f"D-{address.customer_id}",
            customer=address.customer,
            status="delivered",
            placed_at=address.customer.joined_at,
        )
        prices = ["10"] if address.customer_id % 2 else ["4", "6"]
        for product, price in zip(products, prices, strict=False):
            Item.objects.create(order=order, product=product, quantity=1, unit_price=Decimal(price))
    return best_customers()


def nobody():
    """The best of each country, when nothing was delivered yet."""
    Order.objects.update(status="paid")
    return best_customers()
