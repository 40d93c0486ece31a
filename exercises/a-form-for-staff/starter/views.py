from django import forms
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from shop.models import Order


class CancelForm(forms.Form):
    reason = forms.CharField(max_length=200)


@csrf_exempt
def cancel(request, pk):
    order = get_object_or_404(Order, pk=pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST":
        order.status = Order.Status.CANCELED
        order.note = request.POST.get("reason", "")
        order.save(update_fields=["status", "note"])
        return redirect("orders")
    return render(request, "cancel.html", {"order": order, "form": form})
