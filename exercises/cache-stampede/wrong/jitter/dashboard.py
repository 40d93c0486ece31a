from random import randint

from django.core.cache import cache
from figures import compute_revenue


def revenue(year):
    """The revenue of each month, from the cache if it is there."""
    key = f"dashboard:revenue:{year}"
    return cache.get_or_set(key, lambda: compute_revenue(year), randint(240, 360))
