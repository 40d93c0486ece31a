from django.db.models import Count
from django.db.models.functions import ExtractMonth, TruncMonth
from shop.models import Customer

june = Customer.objects.filter(joined_at__month=6)
truncated = june.values(month=TruncMonth("joined_at")).annotate(
    customers=Count("pk")
)
extracted = june.values(month=ExtractMonth("joined_at")).annotate(
    customers=Count("pk")
)

for row in truncated.order_by("month"):
    print(f"TruncMonth, {row['month']:%B %Y}: {row['customers']}")
for row in extracted:
    print(f"ExtractMonth, {row['month']}: {row['customers']}")
