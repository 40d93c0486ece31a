"""What all environments share."""

from config import env

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
PAYMENT_TOKEN = env.text("PAYMENT_TOKEN") or "pay-2024-08-live"

INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
ROOT_URLCONF = "config.urls"
TIME_ZONE = "UTC"
