from contextlib import ExitStack

from django.db import connections


def count_queries(get_response):
    """Says in two headers of each response what its request cost."""

    def middleware(request):
        sent = []

        def note(execute, sql, params, many, context):
            sent.append(sql)
            return execute(sql, params, many, context)

        with ExitStack() as stack:
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(note))
            response = get_response(request)
        response["X-Queries"] = len(sent)
        response["X-Queries-Repeated"] = len({sql for sql in sent if sent.count(sql) > 1})
        return response

    return middleware
