from django.http import Http404
from django.utils import timezone
from rest_framework import permissions, serializers, viewsets
from shop.models import Order


class Rules(permissions.BasePermission):
    def has_permission(self, request, view):
        user = request.user
        if not user.is_authenticated:
            return False
        return not user.is_staff or view.action in ("list", "retrieve", None)

    def has_object_permission(self, request, view, obj):
        if not request.user.is_staff and obj.customer.user_id != request.user.pk:
            raise Http404
        return True


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["note", "status", "customer", "number", "id"]
        extra_kwargs = {name: {"read_only": True} for name in ("status", "customer", "number")}

    def create(self, validated_data):
        customer = self.context["request"].user.customer
        number = f"N{Order.objects.count() + 1}"
        now = timezone.now()
        return Order.objects.create(
            customer=customer, number=number, placed_at=now, **validated_data
        )


class OrderViewSet(viewsets.ModelViewSet):
    http_method_names = ["get", "post", "put", "patch", "head", "options"]
    queryset = Order.objects.select_related("customer").order_by("placed_at", "pk")
    serializer_class = OrderSerializer
    permission_classes = [Rules]

    def filter_queryset(self, queryset):
        user = self.request.user
        if self.action == "list" and not user.is_staff:
            return queryset.filter(customer__user_id=user.pk)
        return queryset
