from django import forms
from django.contrib.auth.decorators import login_required, user_passes_test
from django.shortcuts import get_object_or_404, redirect, render
from shop.models import Order


class CancelForm(forms.Form):
    reason = forms.CharField(max_length=200)


@login_required
@user_passes_test(lambda user: user.is_staff)
def cancel(request, pk):
    order = get_object_or_404(Order, pk=pk)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        order.status = Order.Status.CANCELED
        order.note = form.cleaned_data["reason"]
        order.save(update_fields=["status", "note"])
        return redirect("orders")
    return render(request, "cancel.html", {"order": order, "form": form})
