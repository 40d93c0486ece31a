from django import forms
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from shop.models import Order


class CancelForm(forms.Form):
    reason = forms.CharField(max_length=200)


def cancel(request, pk):
    if request.method == "GET" and not request.user.is_authenticated:
        return redirect_to_login(request.path)
    if request.method == "GET" and not request.user.has_perm("shop.change_order"):
        raise PermissionDenied
    order = get_object_or_404(Order, pk=pk)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        order.status = Order.Status.CANCELED
        order.note = form.cleaned_data["reason"]
        order.save(update_fields=["status", "note"])
        return redirect("orders")
    return render(request, "cancel.html", {"order": order, "form": form})
