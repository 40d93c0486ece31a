"""The search engine: a product that it was not told of cannot be found."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from shop.models import Product

# What it was told, request by request.
REQUESTS = []


def add(products):
    """Make products findable. Each call is one request."""
    REQUESTS.append([(product.pk, product.sku) for product in products])


@receiver(post_save, sender=Product)
def product_saved(instance, created, **kwargs):
    if created:
        add([instance])
