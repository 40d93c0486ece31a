from django.shortcuts import render
from shop.models import Product


def catalog(request):
    """All active products, by name."""
    products = (
        Product.objects.filter(is_active=True)
        .only("name", "price")
        .prefetch_related("category", "tags", "reviews")
        .order_by("name", "pk")
    )
    return render(request, "catalog.html", {"products": products})
