from django.db.models import Exists, OuterRef
from shop.models import Address, Order

shipping = Address.objects.filter(kind=Address.Kind.SHIPPING)
used = Order.objects.values_list("shipping_address", flat=True)
keys = list(used)
print("keys:", len(keys), "of which None:", keys.count(None))

print("not in the list:", shipping.exclude(pk__in=keys).count())
print("not in the subquery:", shipping.exclude(pk__in=used).count())

known = used.exclude(shipping_address=None)
print("not in it, without NULLs:", shipping.exclude(pk__in=known).count())

shipped_here = Order.objects.filter(shipping_address=OuterRef("pk"))
print("not exists:", shipping.filter(~Exists(shipped_here)).count())
