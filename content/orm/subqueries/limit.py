# fails: OperationalError
from shop.models import Customer

ids = list(range(1, 40_001))
print("keys in the list:", f"{len(ids):,}")
print(len(Customer.objects.filter(pk__in=ids)))
