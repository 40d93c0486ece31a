from shop.models import Order, Product, Review
from visit import visit


def two_visits():
    """The page before and after an hour of work."""
    before = visit()
    Order.objects.filter(pk__in=Order.objects.filter(status="paid")[:2]).update(status="shipped")
    Product.objects.filter(is_active=True).order_by("-stock", "pk").update(stock=39)
    Review.objects.filter(rating__lte=2).delete()
    return [before, visit()]
