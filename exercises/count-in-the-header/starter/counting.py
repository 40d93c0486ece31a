from django.db import connection


def count_queries(get_response):
    """Says in two headers of each response what its request cost."""

    def middleware(request):
        before = len(connection.queries)
        response = get_response(request)
        sent = [query["sql"] for query in connection.queries[before:]]
        response["X-Queries"] = len(sent)
        response["X-Queries-Repeated"] = len(sent) - len(set(sent))
        return response

    return middleware
