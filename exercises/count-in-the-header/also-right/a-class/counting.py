from collections import Counter
from contextlib import ExitStack

from django.db import connections


class Tally:
    """Counts the texts that it is called with, as a wrapper of executions."""

    def __init__(self):
        self.texts = Counter()

    def __call__(self, execute, sql, params, many, context):
        self.texts[sql] += 1
        return execute(sql, params, many, context)


class QueryCount:
    """Says in two headers of each response what its request cost."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        tally = Tally()
        with ExitStack() as stack:
            for alias in connections:
                stack.enter_context(connections[alias].execute_wrapper(tally))
            response = self.get_response(request)
        response.headers["X-Queries"] = str(tally.texts.total())
        repeated = sum(count - 1 for count in tally.texts.values())
        response.headers["X-Queries-Repeated"] = str(repeated)
        return response


count_queries = QueryCount
