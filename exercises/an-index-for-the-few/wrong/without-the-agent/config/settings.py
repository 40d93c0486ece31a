"""Settings of the help desk, on an in-memory SQLite."""

# A training project: it is never reachable from anywhere.
SECRET_KEY = "not-a-secret-the-help-desk-runs-only-inside-your-browser"
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

INSTALLED_APPS = ["django.contrib.postgres", "desk"]
MIDDLEWARE = []
ROOT_URLCONF = "config.urls"

DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
    # There is no server behind this one: Django's PostgreSQL backend writes SQL for it, and nothing runs.
    "postgres": {"ENGINE": "pgpreview", "NAME": "preview"},
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
USE_TZ = True

# SQLite runs the tests only: that it leaves out what `include` adds does not matter.
SILENCED_SYSTEM_CHECKS = ["models.W040"]
