"""What all environments share."""

from config.env import environment as env

SECRET_KEY = env["SECRET_KEY"]
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
PAYMENT_TOKEN = env["PAYMENT_TOKEN"]

INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
ROOT_URLCONF = "config.urls"
TIME_ZONE = "UTC"
