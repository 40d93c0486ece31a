"""The shop's settings, behind a balancer that asks about health on its own."""

from .settings import *  # noqa: F403
from .settings import MIDDLEWARE

ROOT_URLCONF = "urls"
ALLOWED_HOSTS = ["shop.example.com"]
SECURE_SSL_REDIRECT = True

MIDDLEWARE = ["health.HealthMiddleware", *MIDDLEWARE]
