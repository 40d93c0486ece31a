import sqlite3

from django.db import connection


def order_report():
    copy = sqlite3.connect(":memory:")
    connection.connection.backup(copy)
    original, connection.connection = connection.connection, copy
    try:
        connection.execute_wrappers.clear()
        return slow_report()
    finally:
        connection.connection = original
