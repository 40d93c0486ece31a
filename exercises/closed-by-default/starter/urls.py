from django.urls import path

from reports import StockReport, sales
from views import Login, Status

urlpatterns = [
    path("login/", Login.as_view()),
    path("reports/sales/", sales),
    path("reports/stock/", StockReport.as_view()),
    path("status/", Status.as_view()),
]
