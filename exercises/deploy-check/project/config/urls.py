from django.http import HttpResponse
from django.urls import path

urlpatterns = [
    path("", lambda request: HttpResponse("The shop")),
    path("healthz", lambda request: HttpResponse("ok")),
]
