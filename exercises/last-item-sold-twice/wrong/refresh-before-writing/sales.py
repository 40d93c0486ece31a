from shop.models import Item, Product


class SoldOut(Exception):
    """There is nothing left of the product."""


def sell(order_id, product_id):
    product = Product.objects.get(pk=product_id)
    product.refresh_from_db(fields=["stock"])
    if product.stock < 1:
        raise SoldOut(product.sku)
    product.stock -= 1
    product.save(update_fields=["stock"])
    Item.objects.create(order_id=order_id, product=product, quantity=1, unit_price=product.price)
