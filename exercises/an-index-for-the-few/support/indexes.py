import re

from desk.models import Ticket
from django.conf import settings
from django.core.checks import run_checks
from django.db import connection, connections
from queries import queue_of


def seen():
    """The indexes of both databases, and what Django's checks say."""
    indexes = on_sqlite()
    plan = queue_of(2).explain()
    return {
        "postgres": on_postgres(),
        "sqlite": indexes,
        # The condition of the index that the queue is read from.
        "queue": next((each[2] for each in indexes if f"INDEX {each[0]} " in f"{plan} "), None),
        "warnings": [str(each) for each in run_checks() if not each.is_silenced()],
        "silenced": sorted(settings.SILENCED_SYSTEM_CHECKS),
    }


def on_postgres():
    """The statements that PostgreSQL would get for the indexes of tickets."""
    with connections["postgres"].schema_editor(collect_sql=True) as editor:
        editor.create_model(Ticket)
    return [line for line in editor.collected_sql if re.match(r"CREATE (UNIQUE )?INDEX", line)]


def on_sqlite():
    """Of each index of the table: its name, its columns, and the condition of its rows."""
    connection.ensure_connection()
    handle = connection.connection
    statements = handle.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'")
    conditions = {name: (sql or "").partition(" WHERE ")[2] for name, sql in statements.fetchall()}
    found = []
    for row in handle.execute('PRAGMA index_list("desk_ticket")').fetchall():
        columns = handle.execute(f'PRAGMA index_info("{row[1]}")').fetchall()
        found.append([row[1], [column[2] for column in columns], conditions[row[1]]])
    return found
