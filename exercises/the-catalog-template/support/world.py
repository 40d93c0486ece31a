"""One product, and what happens to it."""

from django.utils import timezone
from shop.models import Customer, Product


def first_product():
    return {"product": Product.objects.filter(is_active=True).order_by("pk").first().pk}


def change(pk):
    product = Product.objects.get(pk=pk)
    product.name = "A new name"
    product.save()
    stranger = Customer.objects.exclude(reviews__product=product).order_by("pk").first()
    product.reviews.create(customer=stranger, rating=4, text="Solid.", created_at=timezone.now())
