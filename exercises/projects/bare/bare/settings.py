"""The least that Django starts with: hardly an app, an in-memory database."""

# A training project: it is never reachable from anywhere.
SECRET_KEY = "not-a-secret-this-runs-only-inside-your-browser"
DEBUG = False
ALLOWED_HOSTS = ["testserver"]
# SQLite does not serialize a database without any table.
INSTALLED_APPS = ["django.contrib.contenttypes"]
ROOT_URLCONF = "bare.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
TIME_ZONE = "UTC"
