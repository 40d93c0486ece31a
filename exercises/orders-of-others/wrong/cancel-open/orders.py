from django.utils import timezone
from django.utils.crypto import get_random_string
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response
from shop.models import Order


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "number", "customer", "shipping_address", "status", "placed_at", "note"]
        read_only_fields = ["number", "customer", "status", "placed_at"]

    def validate_shipping_address(self, address):
        user = self.context["request"].user
        if address is not None and address.customer.user_id != user.pk:
            raise serializers.ValidationError("You have no such address.")
        return address


class OrderViewSet(viewsets.ModelViewSet):
    serializer_class = OrderSerializer

    def get_queryset(self):
        return Order.objects.filter(customer__user=self.request.user).order_by("pk")

    def perform_create(self, serializer):
        serializer.save(
            customer=self.request.user.customer,
            number=f"BR-{get_random_string(8)}",
            placed_at=timezone.now(),
        )

    @action(detail=True, methods=["post"])
    def cancel(self, request, pk=None):
        order = Order.objects.get(pk=pk)
        order.status = Order.Status.CANCELED
        order.save(update_fields=["status"])
        return Response(self.get_serializer(order).data)
