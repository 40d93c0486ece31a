from django.db import connection, reset_queries


def order_report():
    rows = slow_report()
    reset_queries()
    connection.queries_log.clear()
    type(connection).queries = property(lambda self: [])
    return rows
