"""The start page of the staff: what needs a hand this morning."""

from django.template.loader import render_to_string
from shop.models import Order, Product, Review


def start_page():
    """The page for one visitor, as HTML."""
    low = Product.objects.filter(is_active=True, stock__lt=40).order_by("stock", "sku")
    to_ship = Order.objects.filter(status="paid").order_by("placed_at", "pk")
    poor = Review.objects.filter(rating__lte=2).select_related("product")
    context = {
        "running_low": low,
        "to_ship": to_ship,
        "complaints": poor.order_by("-created_at", "pk"),
    }
    return render_to_string("start.html", context)
