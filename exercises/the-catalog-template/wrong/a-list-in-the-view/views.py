from django.shortcuts import render
from shop.models import Product


def catalog(request):
    """All active products, by name."""
    products = list(Product.objects.filter(is_active=True).order_by("name", "pk"))
    return render(request, "catalog.html", {"products": products})
