"""How much text the database hands over for the delivery log."""

from django.db import connection


def weigh():
    from log import delivery_log

    fetched = 0

    def count(raw):
        nonlocal fetched
        text = raw.decode()
        fetched += len(text)
        return text

    connection.ensure_connection()
    connection.connection.text_factory = count
    rows = delivery_log()
    return {"rows": len(rows), "characters": fetched}
