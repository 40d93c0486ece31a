from django.urls import path

import views

urlpatterns = [
    path("", views.desk),
    path("packing/", views.packing),
    path("orders/", views.orders),
    path("stock/", views.stock),
    path("find/", views.find),
    path("api/orders/", views.OrderList.as_view()),
    path("export.csv", views.export_csv),
]
