from dashboard import revenue
from django.core.cache import cache

revenue(2026)
print("The first caller asked the database.")
revenue(2026)
print("The second one did not. Now in Redis:", sorted(cache.keys("*")))

# Two callers at once cannot be shown with one thread; Check lets a second one in between.
