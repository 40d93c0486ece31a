"""The start page of the staff: what needs a hand this morning."""

from functools import cache

from django.template.loader import render_to_string
from shop.models import Order, Product, Review


class Banner:
    """What the page shows; the template reads it as `banner`."""

    @staticmethod
    @cache
    def running_low():
        """Products that will soon be gone."""
        return Product.objects.filter(is_active=True, stock__lt=40).order_by("stock", "sku")

    @staticmethod
    @cache
    def to_ship():
        """Orders that are paid and still here, the oldest first."""
        return Order.objects.filter(status="paid").order_by("placed_at", "pk")

    @staticmethod
    @cache
    def complaints():
        """Reviews that somebody should answer, the newest first."""
        poor = Review.objects.filter(rating__lte=2).select_related("product")
        return poor.order_by("-created_at", "pk")


def start_page():
    """The page for one visitor, as HTML."""
    return render_to_string("start.html", {"banner": Banner()})
