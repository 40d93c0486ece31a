from django.urls import path

from webhook import payments_webhook

urlpatterns = [path("webhooks/payments/", payments_webhook)]
