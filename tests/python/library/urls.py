"""A few views, to see queries of requests."""

from django.http import HttpResponse
from django.urls import path

from .models import Book


def count(request):
    request.session["seen"] = request.session.get("seen", 0) + 1
    return HttpResponse(f"{Book.objects.count()}")


def authors(request):
    return HttpResponse(", ".join(book.author.name for book in Book.objects.order_by("pk")))


def one(request, pk):
    book = Book.objects.get(pk=pk)
    return HttpResponse(f"{book.title} {book.author.name} {book.review_set.count()}")


urlpatterns = [path("count/", count), path("authors/", authors), path("book/<int:pk>/", one)]
