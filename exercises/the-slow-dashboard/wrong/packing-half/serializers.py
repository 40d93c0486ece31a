from rest_framework import serializers
from shop.models import Item, Order


class LineSerializer(serializers.ModelSerializer):
    product = serializers.CharField(source="product.name")
    sku = serializers.CharField(source="product.sku")

    class Meta:
        model = Item
        fields = ["sku", "product", "quantity", "unit_price"]


class OrderSerializer(serializers.ModelSerializer):
    customer = serializers.CharField(source="customer.name")
    lines = serializers.SerializerMethodField()

    class Meta:
        model = Order
        fields = ["number", "customer", "status", "placed_at", "lines"]

    def get_lines(self, order):
        # The warehouse packs what there is most of first.
        items = sorted(order.items.all(), key=lambda item: (-item.quantity, item.pk))
        return LineSerializer(items, many=True).data
