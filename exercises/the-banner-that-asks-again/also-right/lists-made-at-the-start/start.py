"""The start page of the staff: what needs a hand this morning."""

from django.template.loader import render_to_string
from shop.models import Order, Product, Review


class Banner:
    """What the page shows; the template reads it as `banner`."""

    def __init__(self):
        low = Product.objects.filter(is_active=True, stock__lt=40)
        poor = Review.objects.filter(rating__lte=2).select_related("product")
        self.running_low = list(low.order_by("stock", "sku"))
        self.to_ship = list(Order.objects.filter(status="paid").order_by("placed_at", "pk"))
        self.complaints = list(poor.order_by("-created_at", "pk"))


def start_page():
    """The page for one visitor, as HTML."""
    return render_to_string("start.html", {"banner": Banner()})
