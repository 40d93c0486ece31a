"""What happens to an order between two requests."""

from shop.models import Order, Product


def change():
    order = Order.objects.order_by("pk").first()
    product = Product.objects.exclude(items__order=order).order_by("pk").first()
    order.items.create(product=product, quantity=11, unit_price=product.price)
    order.customer.name = "A new name"
    order.customer.save()
