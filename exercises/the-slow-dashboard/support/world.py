"""More of what makes figures go wrong, and a busy hour in which everything changes."""

from datetime import UTC, datetime, timedelta
from random import Random

from shop.models import Customer, Item, Order, Product, Review

hours = 0


def open_desk():
    customers = list(Customer.objects.order_by("pk"))
    products = list(Product.objects.order_by("pk"))
    for customer in customers[:6]:
        for product in products[:4]:
            _review(customer, product)
    # The last hours of a month in UTC are the next month in Berlin, in winter and in summer.
    for moment in (
        datetime(2025, 12, 31, 23, 20, tzinfo=UTC),
        datetime(2026, 3, 31, 22, 40, tzinfo=UTC),
        datetime(2026, 4, 30, 21, 40, tzinfo=UTC),
    ):
        _order(customers[1], products[:3], Order.Status.DELIVERED, moment)


def busy_hour():
    """New orders of every kind, another best customer, reviews, and products that run out."""
    global hours
    hours += 1
    random = Random(hours)
    customers = list(Customer.objects.order_by("pk"))
    products = list(Product.objects.order_by("pk"))
    star = customers[-hours]
    for product in products[hours : hours + 5]:
        _review(star, product)
    now = datetime(2026, 6, 1, 12, tzinfo=UTC) + timedelta(hours=hours)
    for number, status in enumerate(Order.Status):
        buyer = star if status == Order.Status.PAID else random.choice(customers)
        _order(buyer, random.sample(products, 4), status, now + timedelta(minutes=number), 20)
    _order(star, products[:2], Order.Status.SHIPPED, datetime(2026, 2, 28, 23, 30, tzinfo=UTC))
    Product.objects.filter(pk__in=[each.pk for each in random.sample(products, 6)]).update(
        stock=hours, is_active=True
    )


def _order(customer, products, status, moment, quantity=2):
    order = Order.objects.create(
        number=f"BR-{900_000 + Order.objects.count()}",
        customer=customer,
        shipping_address=customer.addresses.first(),
        status=status,
        placed_at=moment,
    )
    Item.objects.bulk_create(
        Item(order=order, product=each, quantity=quantity + number, unit_price=each.price)
        for number, each in enumerate(products)
    )


def _review(customer, product):
    Review.objects.get_or_create(
        customer=customer,
        product=product,
        defaults={"rating": 4, "created_at": datetime(2026, 5, 1, tzinfo=UTC)},
    )
