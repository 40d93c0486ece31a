from django.db.models import Prefetch
from shop.models import Customer, Product, User


def prices():
    lines = []
    for product in Product.objects.only("name").order_by("pk")[:5]:
        lines.append((product.name, product.price, product.stock))
    return lines


def names():
    return [product.name for product in Product.objects.only("name")]


def accounts():
    customers = Prefetch("customer", queryset=Customer.objects.only("name"))
    users = User.objects.order_by("pk")[:5].prefetch_related(customers)
    return [(user.username, user.customer.name) for user in users]


def shelf():
    rows = Product.objects.order_by("pk").values("name", "category__name")[:10]
    return [f"{row['category__name']}: {row['name']}" for row in rows]


def sold_out():
    products = Product.objects.only("name", "stock").order_by("pk")
    return [product.name for product in products if product.stock == 0][:3]
