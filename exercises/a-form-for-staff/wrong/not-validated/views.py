from django import forms
from django.contrib.auth.decorators import login_required, permission_required
from django.shortcuts import get_object_or_404, redirect, render
from shop.models import Order


class CancelForm(forms.Form):
    reason = forms.CharField(max_length=200)


@login_required
@permission_required("shop.change_order", raise_exception=True)
def cancel(request, pk):
    order = get_object_or_404(Order, pk=pk)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        order.status = Order.Status.CANCELED
        order.note = request.POST["reason"]
        order.save(update_fields=["status", "note"])
        return redirect("orders")
    return render(request, "cancel.html", {"order": order, "form": form})
