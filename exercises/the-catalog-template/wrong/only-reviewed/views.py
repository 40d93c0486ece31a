from django.shortcuts import render
from shop.models import Product


def catalog(request):
    """All active products, by name."""
    products = (
        Product.objects.filter(is_active=True, reviews__isnull=False)
        .select_related("category")
        .prefetch_related("tags", "reviews")
        .distinct()
        .order_by("name", "pk")
    )
    return render(request, "catalog.html", {"products": products})
