"""Settings of the customer service."""

# A training project: it is never reachable from anywhere.
SECRET_KEY = "not-a-secret-this-runs-only-inside-your-browser"

INSTALLED_APPS = ["django.contrib.contenttypes", "crm"]

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}

USE_TZ = True
