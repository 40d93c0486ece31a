from django import forms
from django.contrib.auth.mixins import AccessMixin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.views.generic import FormView
from shop.models import Order


class CancelForm(forms.Form):
    reason = forms.CharField(max_length=200)


class CancelView(AccessMixin, FormView):
    form_class = CancelForm
    template_name = "cancel.html"
    success_url = reverse_lazy("orders")

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_perm("shop.change_order"):
            raise PermissionDenied
        self.order = get_object_or_404(Order, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(order=self.order, **kwargs)

    def form_valid(self, form):
        note = form.cleaned_data["reason"]
        Order.objects.filter(pk=self.order.pk).update(status=Order.Status.CANCELED, note=note)
        return super().form_valid(form)


cancel = CancelView.as_view()
