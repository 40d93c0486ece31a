"""The shop's settings, for the office behind the proxy; what is said about that is in `proxy.py`."""

from proxy import *  # noqa: F403

from .settings import *  # noqa: F403

ROOT_URLCONF = "urls"
ALLOWED_HOSTS = ["shop.example.com", "testserver"]
LOGIN_URL = "/login/"
