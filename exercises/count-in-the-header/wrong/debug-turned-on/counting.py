from django.db import connection, reset_queries


def count_queries(get_response):
    """Says in two headers of each response what its request cost."""

    def middleware(request):
        connection.force_debug_cursor = True
        reset_queries()
        response = get_response(request)
        sent = [query["sql"] for query in connection.queries]
        response["X-Queries"] = len(sent)
        response["X-Queries-Repeated"] = len(sent) - len(set(sent))
        return response

    return middleware
