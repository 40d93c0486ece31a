from django.core.cache import cache


def forget():
    """Redis was full, and threw out the figures: only locks are left."""
    for key in cache.keys("*"):
        value = cache.get(key)
        if isinstance(value, (list, tuple, dict)):
            cache.delete(key)
