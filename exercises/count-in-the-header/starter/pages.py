from django.http import JsonResponse
from django.urls import path
from shop.models import Customer, Order, Product


def orders_of_the_page():
    return Order.objects.select_related("customer").order_by("number")[:10]


def orders(request):
    rows = [[order.number, order.customer.name] for order in orders_of_the_page()]
    return JsonResponse({"orders": rows})


def products(request):
    rows = Product.objects.order_by("sku")[:8]
    return JsonResponse({"products": [[each.name, each.category.name] for each in rows]})


def old_orders(request):
    archived = Order.objects.using("archive").filter(status="delivered").count()
    return JsonResponse({"customers": Customer.objects.count(), "archived": archived})


def profile(request):
    return JsonResponse({"name": request.user.customer.name})


def broken(request):
    Order.objects.count()
    Customer.objects.first()
    raise RuntimeError("This page has a bug in it.")


def about(request):
    return JsonResponse({"text": "We sell things for the house."})


urlpatterns = [
    path("orders/", orders),
    path("products/", products),
    path("old/", old_orders),
    path("profile/", profile),
    path("broken/", broken),
    path("about/", about),
]
