from django.db import connection


def order_report():
    connection.connection.set_trace_callback(None)
    connection.connection.set_progress_handler(None, 0)
    connection.connection.set_authorizer(None)
    connection.execute_wrappers.clear()
    return slow_report()
