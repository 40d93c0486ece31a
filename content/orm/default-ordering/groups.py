from django.db.models import Count
from shop.models import Review

newest_first = Review.objects.order_by("-created_at")

print(
    "By default:",
    len(Review.objects.values("rating").annotate(Count("pk"))),
    "groups",
)
print(
    "By hand:",
    len(newest_first.values("rating").annotate(Count("pk"))),
    "groups",
)
print(
    "Cleared:",
    len(newest_first.order_by().values("rating").annotate(Count("pk"))),
    "groups",
)
