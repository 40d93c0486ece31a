"""Three pages of the shop, and the one that asks visitors to sign in."""

import views
from django.http import HttpResponse
from django.urls import path

urlpatterns = [
    path("", views.home),
    path("orders/", views.orders),
    path("prices/", views.prices),
    path("accounts/login/", lambda request: HttpResponse("Please sign in.")),
]
