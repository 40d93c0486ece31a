from django.http import HttpResponse
from django.urls import path
from shop.models import Order

from health import health

urlpatterns = [
    path("health/", health),
    path("orders/", lambda request: HttpResponse(f"{Order.objects.count()} orders")),
]
