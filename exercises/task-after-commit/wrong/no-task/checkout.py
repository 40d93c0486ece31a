from django.db import transaction
from django.utils import timezone
from shop.models import Customer, Item, Order, Product
from tasks import send_confirmation


def place_order(customer_id, product_id, quantity):
    """Place an order of one product; its number."""
    with transaction.atomic():
        customer = Customer.objects.get(pk=customer_id)
        product = Product.objects.get(pk=product_id)
        order = Order.objects.create(
            number=f"NEW-{Order.objects.count() + 1:06}",
            customer=customer,
            status=Order.Status.PAID,
            placed_at=timezone.now(),
        )
        Item.objects.create(
            order=order, product=product, quantity=quantity, unit_price=product.price
        )
        send_confirmation(order.pk)
    return order.number
