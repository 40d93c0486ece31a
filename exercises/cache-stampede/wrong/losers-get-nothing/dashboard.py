from django.core.cache import cache
from figures import compute_revenue


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    figures = cache.get(key)
    if figures is None and cache.add(f"{key}:lock", 1, timeout=60):
        try:
            figures = cache.get_or_set(key, lambda: compute_revenue(year), 300)
        finally:
            cache.delete(f"{key}:lock")
    return figures
