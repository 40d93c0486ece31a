from django.db import connection
from shop.models import Order

germany = {"shipping_address__country": "DE"}
print("orders:", Order.objects.count())
print("to Germany:", Order.objects.filter(**germany).count())
print("exclude:", Order.objects.exclude(**germany).count())
print("no address:", Order.objects.filter(shipping_address=None).count())

# The same in SQL, as one writes it first.
with connection.cursor() as cursor:
    cursor.execute("""
        SELECT COUNT(*) FROM shop_order o
        LEFT JOIN shop_address a ON a.id = o.shipping_address_id
        WHERE NOT a.country = 'DE'
    """)
    print("by hand:", cursor.fetchone()[0])
