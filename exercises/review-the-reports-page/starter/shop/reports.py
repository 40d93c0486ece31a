"""The reports page of the shop's managers."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render

from .models import Customer, Order, Product, Tag

PAGE = 20
TAGS = Tag.objects.order_by("name")


def tag_names():
    return [tag.name for tag in TAGS]


@permission_required("shop.view_order", raise_exception=True)
def orders(request):
    """A page of the newest orders, and how many there are in all."""
    newest = Order.objects.order_by("-placed_at", "-pk")
    page = newest.select_related("customer", "shipping_address")[:PAGE]
    rows = [{"number": order.number, "customer": order.customer.name} for order in page]
    return render(request, "reports/orders.html", {"rows": rows, "total": newest.count()})


@permission_required("shop.view_order", raise_exception=True)
def drafts(request):
    """Customers who have not finished an order, to be written to."""
    rows = []
    for customer in Customer.objects.prefetch_related("orders").order_by("name", "pk"):
        waiting = customer.orders.filter(status="draft")
        if waiting:
            numbers = [order.number for order in waiting]
            rows.append({"name": customer.name, "drafts": numbers, "of": customer.orders.count()})
    return render(request, "reports/drafts.html", {"rows": rows})


@permission_required("shop.view_order", raise_exception=True)
def labels(request):
    """What stands on the parcels of the paid orders."""
    paid = Order.objects.filter(status="paid").order_by("number")
    if not paid.exists():
        return render(request, "reports/nothing.html")
    slips = paid.only("number")
    lines = [f"{slip.number}: {slip.note}" for slip in slips]
    return render(request, "reports/labels.html", {"lines": lines, "number": len(slips)})


@permission_required("shop.view_product", raise_exception=True)
def stock(request):
    """What is sold, and what runs low."""
    active = Product.objects.filter(is_active=True)
    low = active.filter(stock__lt=20).order_by("stock", "sku")
    context = {"tags": tag_names(), "products": active.count(), "low": low}
    return render(request, "reports/stock.html", context)
