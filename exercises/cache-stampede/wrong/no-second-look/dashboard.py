from django.core.cache import cache
from figures import compute_revenue


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    figures = cache.get(key)
    if figures is None:
        with cache.lock(f"{key}:lock", timeout=60):
            figures = compute_revenue(year)
            cache.set(key, figures, 300)
    return figures
