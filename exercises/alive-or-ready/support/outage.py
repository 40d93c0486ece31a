"""An outage of the database: whoever asks it gets what a driver says then."""

from django.db import OperationalError, connection

WORDS = 'connection to server at "db-7.internal", port 5432 failed: no password for "shop_owner"'
NAMES = ("cursor", "ensure_connection", "connect", "is_usable")


def _away(*args, **kwargs):
    raise OperationalError(WORDS)


def begin():
    for name in NAMES:
        setattr(connection, name, _away)


def end():
    for name in NAMES:
        delattr(connection, name)
