from shop.models import Review

ratings = (
    Review.objects.order_by("rating")
    .values_list("rating", flat=True)
    .distinct()
)

print("Counted:", ratings.count())
print("Listed:", len(ratings))
print(*ratings)
