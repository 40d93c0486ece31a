from django.core.cache import cache
from figures import compute_revenue


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    with cache.lock(f"{key}:lock", timeout=120):
        figures = cache.get(key)
        if figures is None:
            figures = compute_revenue(year)
            cache.set(key, figures, timeout=300)
        return figures
