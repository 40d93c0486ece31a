"""What all environments share."""

import os

from config import env

# Whoever sets a server up reads of everything that is missing, not of one thing at a time.
missing = [
    name for name in ("SECRET_KEY", "PAYMENT_TOKEN", "ALLOWED_HOSTS") if not os.environ.get(name)
]
if missing:
    raise RuntimeError("not in the environment: " + ", ".join(missing))

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = tuple(filter(None, map(str.strip, os.environ["ALLOWED_HOSTS"].split(","))))
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
PAYMENT_TOKEN = os.environ["PAYMENT_TOKEN"]

INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
ROOT_URLCONF = "config.urls"
TIME_ZONE = "UTC"
