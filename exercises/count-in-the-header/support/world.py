"""What happens between the requests."""

from django.http import HttpResponse
from django.test import RequestFactory
from shop.models import Customer, Order


def somebody():
    customer = Customer.objects.select_related("user").order_by("pk").first()
    return {"anna": customer.user.username}


def take_the_join_out():
    import pages

    pages.orders_of_the_page = lambda: Order.objects.order_by("number")[:10]
    return True


def look_names_up():
    import pages

    def nobody():
        for name in ("Anna", "Pat O'Brien", "Studio 54"):
            Customer.objects.filter(name=name).exists()
        return []

    pages.orders_of_the_page = nobody
    return True


def overlapping():
    """The numbers of a request that begins and ends while another is running."""
    import counting

    told = {}

    def get_response(request):
        Order.objects.count()
        if request.path == "/outer/":
            inner = middleware(RequestFactory().get("/inner/"))
            for name in ("X-Queries", "X-Queries-Repeated"):
                told[name] = str(inner.get(name))
        else:
            Customer.objects.count()
            Customer.objects.count()
        return HttpResponse("ok")

    middleware = counting.count_queries(get_response)
    middleware(RequestFactory().get("/outer/"))
    return told
