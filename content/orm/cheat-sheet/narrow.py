from django.db.models import Exists, OuterRef
from shop.models import Address, Customer, Order, Product, Review

addresses, customers = Address.objects, Customer.objects
orders, products = Order.objects, Product.objects
reviews = Review.objects

#: only
for product in products.only("sku", "price")[:20]:
    print(product.sku, product.price)

#: touched
for product in products.only("sku", "price")[:20]:
    print(product.sku, product.name)

#: defer
light = list(products.defer("description"))

#: values
prices = dict(products.values_list("sku", "price"))

#: in
paid = orders.filter(status="paid")
keys = paid.values("customer")
list(customers.filter(pk__in=keys))

#: in-list
keys = [row["customer"] for row in keys]
list(customers.filter(pk__in=keys))

#: empty
list(customers.filter(pk__in=[]))

#: exists
paid = orders.filter(status="paid")
theirs = paid.filter(customer=OuterRef("pk"))
list(customers.filter(Exists(theirs)))

#: none
this = OuterRef("pk")
here = orders.filter(shipping_address=this)
list(addresses.filter(~Exists(here)))

#: distinct
given = reviews.order_by().values_list("rating")
list(given.distinct())

used = orders.values("shipping_address")
unused = addresses.exclude(pk__in=used)
print("not in a subquery:", unused.count())
print("not exists:", addresses.filter(~Exists(here)).count())
joined = customers.filter(orders__status="paid")
print("joined:", joined.count())
print("with one:", joined.distinct().count())
ratings = reviews.values_list("rating").distinct()
print("ordered:", len(ratings))
print("unordered:", len(ratings.order_by()))
