import re

from desk.models import Ticket
from django.db import connection, connections


def indexes():
    return {"postgres": on_postgres(), "sqlite": on_sqlite()}


def on_postgres():
    """The indexes that PostgreSQL would have on tickets, besides the one of the primary key."""
    with connections["postgres"].schema_editor(collect_sql=True) as editor:
        editor.create_model(Ticket)
    found = []
    for statement in editor.collected_sql:
        if match := re.match(r'CREATE (?:UNIQUE )?INDEX "([^"]+)"', statement):
            found.append(match[1])
        elif statement.startswith("CREATE TABLE"):
            # Of a column, and of a constraint beside the columns.
            columns = re.findall(r'(?<!CONSTRAINT )"(\w+)" [^",]*\bUNIQUE\b', statement)
            found += [f"{column} (unique)" for column in columns]
            found += re.findall(r'CONSTRAINT "([^"]+)" UNIQUE', statement)
        elif match := re.search(r'ADD CONSTRAINT "([^"]+)" UNIQUE', statement):
            found.append(match[1])
    return found


def on_sqlite():
    """The indexes that the table has here."""
    connection.ensure_connection()
    rows = connection.connection.execute('PRAGMA index_list("desk_ticket")').fetchall()
    return sorted(row[1] for row in rows)
