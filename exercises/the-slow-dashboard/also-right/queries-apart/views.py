import reports
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from export import order_lines
from rest_framework.generics import ListAPIView
from serializers import OrderSerializer
from shop.models import Item, Order


def desk(request):
    """The first page: counts, the best customers, the months."""
    context = {
        "counts": reports.counts(),
        "best": reports.best_customers(),
        "months": reports.months(),
    }
    return render(request, "desk.html", context)


def packing(request):
    """The list on the wall of the packing room."""
    return render(request, "packing.html", {"waiting": reports.waiting()})


def orders(request):
    """All orders, the newest first, 25 to a page."""
    page = Paginator(reports.all_orders(), 25).get_page(request.GET.get("page"))
    return render(request, "orders.html", {"page": page})


def stock(request):
    """What will soon be sold out."""
    return render(request, "stock.html", {"products": reports.low_stock()})


def find(request):
    """The order with a number, for the telephone."""
    order = reports.find_order(request.GET.get("number", ""))
    if order is None:
        raise Http404
    return JsonResponse(order)


class OrderList(ListAPIView):
    """All orders with their lines, for the warehouse."""

    queryset = (
        Order.objects.select_related("customer")
        .prefetch_related(
            Prefetch("items", Item.objects.select_related("product").order_by("-quantity", "pk"))
        )
        .order_by("-placed_at", "-pk")
    )
    serializer_class = OrderSerializer


def export_csv(request):
    """All orders as a file, sent while it is made."""
    return StreamingHttpResponse(order_lines(), content_type="text/csv")
