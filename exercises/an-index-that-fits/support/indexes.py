from django.db import connection


def indexes():
    """The names of the indexes on parcels, without those of unique columns."""
    connection.ensure_connection()
    rows = connection.connection.execute('PRAGMA index_list("warehouse_parcel")').fetchall()
    return sorted(name for _, name, unique, *_ in rows if not unique)
