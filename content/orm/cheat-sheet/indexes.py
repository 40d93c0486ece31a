from django.db import connection
from django.db.models import Index, Q
from shop.models import Order, Product

orders, products = Order.objects, Product.objects


def add(index):
    if not index.name:
        index.set_name_with_model(Product)
    with connection.schema_editor() as editor:
        editor.add_index(Product, index)


def show(name, queryset):
    """Print whether the plan searches or scans, and the plan."""
    plan = queryset.explain()
    print(f"{name}:", "search" if "SEARCH" in plan else "scan")
    print(f"{name}, covering:", "COVERING" in plan)
    print(plan)


#: plan
print(orders.filter(status="paid").explain())

#: key
mine = orders.filter(customer=3)

show("key", mine)

#: composite
shelf = Index(fields=["category", "price"])
rows = products.filter(category=2).order_by("price")

add(shelf)
show("composite", rows)
show("second alone", products.filter(price__lt=50))

#: hidden
found = products.filter(name__icontains="fern")

add(Index(fields=["name"], name="by_name"))
show("hidden", found)
show("equal", products.filter(name="Classic fern"))

#: partial
low = Q(stock__lt=5)
few = Index(fields=["price"], condition=low, name="few")
soon = products.filter(low, price__gt=50)

add(few)
show("partial", soon)
show("without the condition", products.filter(price__gt=50))

#: covering
wide = Index(fields=["stock"], include=["price"], name="w")
prices = products.filter(stock=3).values("price")

add(wide)
show("covering", prices)
Product._meta.indexes.append(wide)
found = [each.id for each in Product.check(databases=["default"])]
print("the check says:", *found)
