from django.urls import path


def broken(request):
    raise ZeroDivisionError("the basket is divided by nobody")


urlpatterns = [path("broken/", broken)]
