"""Orders, as the people who pack them see them."""

from django.utils.functional import cached_property
from shop.models import Order


class Slip(Order):
    """The slip of paper that is put into the parcel of an order."""

    class Meta:
        proxy = True
        app_label = "shop"

    def __str__(self):
        return f"{self.number} for {self.customer}"

    @cached_property
    def destination(self):
        return str(self.shipping_address or "pick-up")

    @cached_property
    def pieces(self):
        return sum(item.quantity for item in self.items.all())

    @cached_property
    def contents(self):
        return ", ".join(sorted(str(item) for item in self.items.all()))

    @cached_property
    def insured_for(self):
        """The price of the dearest item, or None when there are no items."""
        return max((item.unit_price for item in self.items.all()), default=None)
