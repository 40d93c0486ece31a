from decimal import Decimal

from shop.models import Product

VAT = {"DE": Decimal("0.19"), "FR": Decimal("0.20"), "SE": Decimal("0.25")}


def compute_card(pk, country):
    """What the shop shows of a product in a country; None when it is not for sale."""
    product = Product.objects.filter(pk=pk, is_active=True).first()
    if product is None:
        return None
    price = product.price * (1 + VAT[country])
    return {
        "name": product.name,
        "price": f"{price:.2f}",
        "in_stock": product.stock > 0,
        "reviews": product.reviews.count(),
    }
