import re
from contextlib import ExitStack

from django.db import connections
from django.test.utils import CaptureQueriesContext


def count_queries(get_response):
    """Says in two headers of each response what its request cost."""

    def middleware(request):
        with ExitStack() as stack:
            captured = [
                stack.enter_context(CaptureQueriesContext(connection))
                for connection in connections.all()
            ]
            response = get_response(request)
        sent = [
            re.sub(r"'[^']*'|\b\d+\b", "?", query["sql"])
            for queries in captured
            for query in queries
        ]
        response["X-Queries"] = len(sent)
        response["X-Queries-Repeated"] = len(sent) - len(set(sent))
        return response

    return middleware
