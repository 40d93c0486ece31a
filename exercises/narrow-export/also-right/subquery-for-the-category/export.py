from django.db.models import OuterRef, Prefetch, Subquery
from shop.models import Category, Product, Tag


def price_list():
    """A row for each active product, in the order of the SKUs."""
    category = Category.objects.filter(pk=OuterRef("category_id")).values("name")
    products = (
        Product.objects.filter(is_active=True)
        .annotate(category_name=Subquery(category))
        .only("sku", "name", "price")
        .prefetch_related(Prefetch("tags", queryset=Tag.objects.order_by("name"), to_attr="sorted"))
        .order_by("sku")
    )
    return [
        {
            "sku": product.sku,
            "name": product.name,
            "category": product.category_name,
            "price": product.price,
            "tags": ", ".join(tag.name for tag in product.sorted),
        }
        for product in products
    ]
