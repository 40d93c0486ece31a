from django.http import HttpResponse
from django.urls import path

from views import cancel

urlpatterns = [
    path("orders/", lambda request: HttpResponse("All orders"), name="orders"),
    path("orders/<int:pk>/cancel/", cancel, name="cancel"),
]
