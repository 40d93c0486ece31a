"""The orders, as JSON."""

from django.urls import path
from orders import OrderList

urlpatterns = [path("orders/", OrderList.as_view())]
