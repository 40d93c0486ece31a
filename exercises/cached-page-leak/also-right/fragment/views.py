from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import cache_control, cache_page
from sales import bestsellers
from shop.models import Order, Product


@cache_control(private=True)
def home(request):
    """The front page: a greeting and the best sellers."""
    return render(request, "home.html", {"bestsellers": bestsellers()})


@login_required
@cache_control(private=True)
def orders(request):
    """The orders of whoever is signed in."""
    mine = Order.objects.filter(customer__user=request.user).order_by("-placed_at", "-pk")
    return render(request, "orders.html", {"orders": mine})


@cache_page(300)
def prices(request):
    """The price list, which is the same for everybody."""
    products = Product.objects.filter(is_active=True).order_by("name", "pk")
    return render(request, "prices.html", {"products": products})
