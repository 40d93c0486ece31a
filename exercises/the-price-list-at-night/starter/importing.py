from shop.models import Category, Product


def import_products(lines):
    """Put the lines of a price list into the shop, and return the products."""
    kitchen = Category.objects.get(slug="kitchen")
    products = []
    for line in lines:
        product = Product.objects.create(
            sku=line["sku"],
            name=line["name"],
            price=line["price"],
            category=kitchen,
        )
        products.append(product)
    return products
