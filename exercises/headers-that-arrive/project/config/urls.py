from django.urls import path

from . import views

urlpatterns = [path("", views.basket), path("add/", views.add)]
