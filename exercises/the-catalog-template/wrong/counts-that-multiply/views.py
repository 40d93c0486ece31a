from django.db.models import Count
from django.shortcuts import render
from shop.models import Product


def catalog(request):
    """All active products, by name."""
    products = (
        Product.objects.filter(is_active=True)
        .select_related("category")
        .prefetch_related("tags")
        .annotate(tag_count=Count("tags"), review_count=Count("reviews"))
        .order_by("name", "pk")
    )
    return render(request, "catalog.html", {"products": products})
