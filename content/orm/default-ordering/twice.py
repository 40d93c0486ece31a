from shop.models import Review

# The choices of a filter: each rating that somebody gave.
ratings = Review.objects.values_list("rating", flat=True).distinct()

print("Counted:", ratings.count())
print("Listed:", len(ratings))
print(*ratings)
