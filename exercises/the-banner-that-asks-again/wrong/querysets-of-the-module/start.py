"""The start page of the staff: what needs a hand this morning."""

from django.template.loader import render_to_string
from shop.models import Order, Product, Review

RUNNING_LOW = Product.objects.filter(is_active=True, stock__lt=40).order_by("stock", "sku")
TO_SHIP = Order.objects.filter(status="paid").order_by("placed_at", "pk")
COMPLAINTS = (
    Review.objects.filter(rating__lte=2).select_related("product").order_by("-created_at", "pk")
)


def start_page():
    """The page for one visitor, as HTML."""
    banner = {"running_low": RUNNING_LOW, "to_ship": TO_SHIP, "complaints": COMPLAINTS}
    return render_to_string("start.html", {"banner": banner})
