from django.db.models import Count, Max
from shop.models import Customer

customers = (
    Customer.objects.annotate(placed=Count("orders"))
    .annotate(written=Count("reviews"))
    .annotate(latest=Max("reviews__created_at"))
)
oskar = customers.get(pk=51)

print("orders:", oskar.placed)
print("reviews:", oskar.written)
print("latest review:", oskar.latest == oskar.reviews.first().created_at)
