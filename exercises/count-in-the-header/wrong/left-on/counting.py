from django.db import connections


def count_queries(get_response):
    """Says in two headers of each response what its request cost."""

    sent = []

    def counter(execute, sql, params, many, context):
        sent.append(sql)
        return execute(sql, params, many, context)

    def middleware(request):
        sent.clear()
        for connection in connections.all():
            connection.execute_wrappers.append(counter)
        response = get_response(request)
        response["X-Queries"] = len(sent)
        response["X-Queries-Repeated"] = len(sent) - len(set(sent))
        return response

    return middleware
