"""What the pages of the order desk ask the database."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, DateField, F, Q, Sum
from django.db.models.functions import TruncMonth
from shop.models import Customer, Item, Order, Product

SOLD = (Order.Status.PAID, Order.Status.SHIPPED, Order.Status.DELIVERED)


def counts():
    """How many orders there are in each state."""
    each = {status: Count("pk", filter=Q(status=status)) for status in Order.Status.values}
    return Order.objects.aggregate(**each)


def best_customers():
    """The five customers who bought for most, with how many reviews they wrote."""
    return (
        Customer.objects.filter(orders__status__in=SOLD)
        .annotate(
            bought=Count("orders", distinct=True),
            revenue=Sum(
                F("orders__items__quantity") * F("orders__items__unit_price"),
                default=0,
                distinct=True,
            ),
            wrote=Count("reviews", distinct=True),
        )
        .order_by("-revenue", "pk")[:5]
    )


def months():
    """Orders and revenue of each month of the books, the newest first."""
    books = ZoneInfo(settings.BOOKS_ZONE)
    return (
        Item.objects.filter(order__status__in=SOLD)
        .annotate(month=TruncMonth("order__placed_at", output_field=DateField(), tzinfo=books))
        .values("month")
        .annotate(sold=Count("order", distinct=True), revenue=Sum(F("quantity") * F("unit_price")))
        .order_by("-month")
    )


def waiting():
    """Orders that are paid and not yet sent, the oldest first."""
    return (
        Order.objects.filter(status=Order.Status.PAID)
        .select_related("customer")
        .order_by("placed_at", "pk")
    )


def all_orders():
    """All orders with the number of their pieces, the newest first."""
    return (
        Order.objects.select_related("customer", "shipping_address")
        .annotate(pieces=Sum("items__quantity", default=0))
        .order_by("-placed_at", "-pk")
    )


def low_stock():
    """Products of which fewer than 60 are left, without their long descriptions."""
    return (
        Product.objects.filter(is_active=True, stock__lt=60)
        .select_related("category")
        .only("name", "sku", "stock", "price", "category__name")
        .order_by("stock", "sku")
    )


def find_order(number):
    """The order with this number, however it was typed, as a dict; None when there is none."""
    return (
        Order.objects.filter(number=number.strip().upper())
        .values("number", "customer__name", "status", "placed_at")
        .first()
    )
