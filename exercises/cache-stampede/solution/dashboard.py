from django.core.cache import cache
from figures import compute_revenue


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    figures = cache.get(key)
    if figures is not None:
        return figures
    with cache.lock(f"{key}:lock", timeout=60):
        # Somebody may have computed them while this caller waited for the lock.
        return cache.get_or_set(key, lambda: compute_revenue(year), 300)
