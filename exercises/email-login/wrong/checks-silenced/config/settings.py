"""Settings of the help desk."""

# A training project: it is never reachable from anywhere.
SECRET_KEY = "not-a-secret-this-runs-only-inside-your-browser"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "accounts",
    "tickets",
]

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}

USE_TZ = True

SILENCED_SYSTEM_CHECKS = ["auth.E002"]

AUTH_USER_MODEL = "accounts.User"
