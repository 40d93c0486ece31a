"""What customers do with their orders."""

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from .models import Order


@login_required
def mine(request):
    """The visitor's own orders."""
    orders = Order.objects.filter(customer__user=request.user).order_by("-placed_at")
    return JsonResponse({"orders": list(orders.values("number", "status"))})


@login_required
@require_POST
def change(request, pk):
    """Change the note of an order that is still a draft."""
    order = Order.objects.get(pk=pk)
    if order.status != Order.Status.DRAFT:
        return JsonResponse({"error": "It is on its way already."}, status=409)
    for name, value in request.POST.items():
        setattr(order, name, value)
    order.save()
    return JsonResponse({"number": order.number, "note": order.note})
