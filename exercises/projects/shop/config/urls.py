"""The shop has no pages of its own; exercises about views bring theirs."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
