"""Settings of the warehouse, on an in-memory SQLite."""

# A training project: it is never reachable from anywhere.
SECRET_KEY = "not-a-secret-the-warehouse-runs-only-inside-your-browser"
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

INSTALLED_APPS = ["warehouse"]
MIDDLEWARE = []
ROOT_URLCONF = "config.urls"

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}

TIME_ZONE = "UTC"
USE_TZ = True
