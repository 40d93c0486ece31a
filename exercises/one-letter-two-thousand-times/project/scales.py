"""How much text the database hands over."""

from django.db import connection


def weigh(function):
    """Call a function, and return its result and the number of characters that were fetched."""
    fetched = 0

    def count(raw):
        nonlocal fetched
        text = raw.decode()
        fetched += len(text)
        return text

    connection.ensure_connection()
    # SQLite calls this for each text in each row that it hands over.
    connection.connection.text_factory = count
    try:
        result = function()
        return result, fetched
    finally:
        connection.connection.text_factory = str
