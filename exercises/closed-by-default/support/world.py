"""Accounts with passwords, and a clock that can be put forward."""

import time

from rest_framework.throttling import SimpleRateThrottle
from shop.models import User


def accounts():
    for name in ("anna", "bruno"):
        User.objects.create_user(name, f"{name}@example.com", "right")


def a_minute_later():
    real = time.time
    time.time = lambda: real() + 61
    SimpleRateThrottle.timer = staticmethod(time.time)
