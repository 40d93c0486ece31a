from django.core.cache import cache
from figures import compute_revenue


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    with cache.lock("dashboard:revenue:lock", timeout=60):
        return cache.get_or_set("dashboard:revenue", lambda: compute_revenue(year), 300)
