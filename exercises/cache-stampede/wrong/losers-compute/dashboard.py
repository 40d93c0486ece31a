from contextlib import suppress

from django.core.cache import cache
from figures import compute_revenue
from redis.exceptions import LockError


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    figures = cache.get(key)
    if figures is None:
        with suppress(LockError), cache.lock(f"{key}:lock", timeout=60, blocking_timeout=0):
            return cache.get_or_set(key, lambda: compute_revenue(year), 300)
        figures = compute_revenue(year)
    return figures
