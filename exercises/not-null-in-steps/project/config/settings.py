"""Settings of the order service; PostgreSQL in production, as its preview here knows it."""

# A training project: it is never reachable from anywhere.
SECRET_KEY = "not-a-secret-this-runs-only-inside-your-browser"

INSTALLED_APPS = ["django.contrib.contenttypes", "orders"]

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}

USE_TZ = True
