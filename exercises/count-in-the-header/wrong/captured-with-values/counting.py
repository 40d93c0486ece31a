from django.db import connection
from django.test.utils import CaptureQueriesContext


def count_queries(get_response):
    """Says in two headers of each response what its request cost."""

    def middleware(request):
        with CaptureQueriesContext(connection) as queries:
            response = get_response(request)
        sent = [query["sql"] for query in queries]
        response["X-Queries"] = len(sent)
        response["X-Queries-Repeated"] = len(sent) - len(set(sent))
        return response

    return middleware
