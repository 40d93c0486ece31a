"""The settings of production."""

import os

DEBUG = False
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["shop.example", "www.shop.example"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}

# The load balancer sets this header on each request, whatever a visitor sends.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
# It asks for this one itself, over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r""]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# An hour for now. Not for the subdomains, and no preloading, while the feeds have no certificate.
SECURE_HSTS_SECONDS = 3600

TIME_ZONE = "UTC"
