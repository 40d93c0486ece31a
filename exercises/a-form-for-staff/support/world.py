"""A clerk who may change orders, a trainee of the staff who may not, and an order."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from shop.models import Order, User


def office():
    clerk = User.objects.create(username="clerk", email="clerk@example.com", is_staff=True)
    User.objects.create(username="trainee", email="trainee@example.com", is_staff=True)
    content_type = ContentType.objects.get_for_model(Order)
    permission, _ = Permission.objects.get_or_create(
        codename="change_order", content_type=content_type, defaults={"name": "Can change order"}
    )
    clerk.user_permissions.add(permission)
    order = Order.objects.select_related("customer__user").order_by("pk").first()
    order.status, order.note = Order.Status.PAID, ""
    order.save()
    customer = order.customer.user.username
    return {"order": order.pk, "number": order.number, "customer": customer}


def status(pk):
    order = Order.objects.get(pk=pk)
    return [order.status, order.note]
