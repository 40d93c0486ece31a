from django.shortcuts import render
from shop.models import Product

PRODUCTS = []


def catalog(request):
    """All active products, by name."""
    if not PRODUCTS:
        PRODUCTS.extend(
            Product.objects.filter(is_active=True)
            .select_related("category")
            .prefetch_related("tags", "reviews")
            .order_by("name", "pk")
        )
    return render(request, "catalog.html", {"products": PRODUCTS})
