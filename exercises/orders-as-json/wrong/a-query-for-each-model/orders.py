from django.db.models import Prefetch
from rest_framework import generics, serializers
from shop.models import Address, Item, Order


class AddressSerializer(serializers.ModelSerializer):
    class Meta:
        model = Address
        fields = ["street", "city", "country"]


class ItemSerializer(serializers.ModelSerializer):
    product = serializers.CharField(source="product.name")
    category = serializers.CharField(source="product.category.name")

    class Meta:
        model = Item
        fields = ["product", "category", "quantity", "subtotal"]


class OrderSerializer(serializers.ModelSerializer):
    customer = serializers.CharField(source="customer.name")
    email = serializers.EmailField(source="customer.user.email")
    shipping_address = AddressSerializer()
    items = ItemSerializer(many=True)
    pieces = serializers.SerializerMethodField()

    class Meta:
        model = Order
        fields = ["number", "customer", "email", "shipping_address", "items", "pieces"]

    def get_pieces(self, order):
        return sum(item.quantity for item in order.items.all())


class OrderList(generics.ListAPIView):
    queryset = (
        Order.objects.select_related("customer__user", "shipping_address")
        .prefetch_related(
            Prefetch("items", queryset=Item.objects.order_by("pk")),
            "items__product__category",
        )
        .order_by("-placed_at", "-pk")
    )
    serializer_class = OrderSerializer
