"""Search for the support team."""

from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse

from .models import Customer, Order

PAGE = 50


@permission_required("shop.view_order", raise_exception=True)
def orders(request):
    """Orders whose note contains the words."""
    words = request.GET.get("words", "")
    found = Order.objects.raw(f"SELECT * FROM shop_order WHERE note LIKE '%%{words}%%' LIMIT 50")
    rows = []
    for order in found:
        rows.append({"number": order.number, "customer": order.customer.name})
    return JsonResponse({"orders": rows})


@permission_required("shop.view_customer", raise_exception=True)
def customers(request):
    """Customers by any of their fields: `?name=Ada`."""
    found = Customer.objects.filter(**request.GET.dict())
    found = found.order_by("name")[:PAGE]
    return JsonResponse({"customers": list(found.values("name", "phone"))})


@permission_required("shop.view_order", raise_exception=True)
def by_number(request):
    """The order of exactly this number."""
    number = request.GET.get("number", "")
    order = Order.objects.filter(number=number).first()
    if order is None:
        return JsonResponse({"error": "There is no such order."}, status=404)
    return JsonResponse({"number": order.number, "status": order.status})
