"""The shop's settings, with a second database and with the middleware that counts."""

from .settings import *  # noqa: F403
from .settings import DATABASES, MIDDLEWARE

# Orders of past years are in a database of their own.
DATABASES = {
    **DATABASES,
    "archive": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
}

# Outermost, so that it sees the queries of the session and of the user too.
MIDDLEWARE = ["counting.count_queries", *MIDDLEWARE]

ROOT_URLCONF = "pages"
