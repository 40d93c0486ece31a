"""What all environments share."""

import os

from config import env
from django.core.management.utils import get_random_secret_key

SECRET_KEY = os.environ.get("SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
PAYMENT_TOKEN = env.text("PAYMENT_TOKEN")

INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
ROOT_URLCONF = "config.urls"
TIME_ZONE = "UTC"
