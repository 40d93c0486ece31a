"""Settings of the mailing, on an in-memory SQLite."""

# A training project: it is never reachable from anywhere.
SECRET_KEY = "not-a-secret-this-runs-only-inside-your-browser"

INSTALLED_APPS = ["django.contrib.contenttypes", "mailing"]

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}

TIME_ZONE = "UTC"
USE_TZ = True
