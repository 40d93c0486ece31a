"""The orders API.

- Nobody gets anything without signing in: 403.
- A customer lists, reads and changes their own orders. The orders of others do not exist for them: 404.
- A new order belongs to the customer who makes it, whatever the body says.
- Staff list and read all orders. They change none: 403.
- A customer does not delete orders: 405.
"""

from django.utils import timezone
from django.utils.crypto import get_random_string
from rest_framework import mixins, serializers, viewsets
from rest_framework.permissions import SAFE_METHODS, IsAuthenticated
from shop.models import Order


class StaffOnlyRead(IsAuthenticated):
    def has_permission(self, request, view):
        reads = request.method in SAFE_METHODS
        return super().has_permission(request, view) and (reads or not request.user.is_staff)


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "number", "customer", "status", "note"]
        read_only_fields = ["number", "customer", "status"]


class OrderViewSet(
    mixins.CreateModelMixin,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    mixins.UpdateModelMixin,
    viewsets.GenericViewSet,
):
    serializer_class = OrderSerializer
    permission_classes = [StaffOnlyRead]

    def get_queryset(self):
        orders = Order.objects.order_by("pk")
        if self.request.user.is_staff:
            return orders
        return orders.filter(customer__user=self.request.user)

    def perform_create(self, serializer):
        serializer.save(
            customer=self.request.user.customer,
            number=f"BR-{get_random_string(8)}",
            placed_at=timezone.now(),
        )
