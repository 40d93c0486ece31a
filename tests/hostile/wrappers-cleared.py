from django.db import connection


def order_report():
    connection.execute_wrappers.clear()
    return slow_report()
