from threading import Lock

from django.core.cache import cache
from figures import compute_revenue

LOCK = Lock()


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    with LOCK:
        return cache.get_or_set(key, lambda: compute_revenue(year), 300)
