"""The start page of the staff: what needs a hand this morning."""

from django.template.loader import render_to_string
from shop.models import Order, Product, Review


class Banner:
    """What the page shows; the template reads it as `banner`."""

    @property
    def running_low(self):
        """Products that will soon be gone."""
        return Product.objects.filter(is_active=True, stock__lt=40).order_by("stock", "sku")

    @property
    def to_ship(self):
        """Orders that are paid and still here, the oldest first."""
        return Order.objects.filter(status="paid").order_by("placed_at", "pk")

    @property
    def complaints(self):
        """Reviews that somebody should answer, the newest first."""
        poor = Review.objects.filter(rating__lte=2).select_related("product")
        return poor.order_by("-created_at", "pk")


def start_page():
    """The page for one visitor, as HTML."""
    return render_to_string("start.html", {"banner": Banner()})
