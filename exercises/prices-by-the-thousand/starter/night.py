"""What the price service does every night."""

from decimal import Decimal
from random import Random

from repricing import reprice
from shop.models import Category, Order, Product


def feed(products, number=7):
    """A new price for each, with four decimal places; most are the old one in cents."""
    random = Random(number)
    prices = {"GONE-1": "4.9900", "GONE-2": "12.0049"}
    for product in products:
        price = Decimal(product.price) + Decimal(random.randint(-49, 49)) / 10_000
        if random.random() < 0.3:
            price += Decimal(random.randint(1, 500)) / 100
        prices[product.sku] = f"{price:.4f}"
    return prices


def run():
    """Reprice as many products as the shop has orders, and say what is there afterwards."""
    random = Random(3)
    shelf = Category.objects.get(slug="storage")
    made = Product.objects.bulk_create(
        Product(
            sku=f"BOX-{number:04}",
            name=f"Box no. {number}",
            price=f"{random.randint(3, 90)}.{random.randint(10, 99)}",
            category=shelf,
        )
        for number in range(Order.objects.count())
    )
    changes = reprice(feed(made))
    boxes = Product.objects.filter(sku__startswith="BOX-").order_by("sku")
    return {"changes": changes, "prices": list(boxes.values_list("sku", "price"))}
