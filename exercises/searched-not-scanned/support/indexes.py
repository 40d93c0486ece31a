from django.db import connection

FOREIGN_KEYS = ("desk_ticket_customer_id", "desk_ticket_agent_id")


def added():
    """The names of the indexes besides those of keys and of unique columns."""
    connection.ensure_connection()
    names = []
    for table in ("desk_customer", "desk_ticket"):
        rows = connection.connection.execute(f'PRAGMA index_list("{table}")').fetchall()
        names += [name for _, name, unique, *_ in rows if not unique]
    return sorted(name for name in names if not name.startswith(FOREIGN_KEYS))
