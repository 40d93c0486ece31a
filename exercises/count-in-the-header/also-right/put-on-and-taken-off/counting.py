from django.db import connections


def count_queries(get_response):
    """Says in two headers of each response what its request cost."""

    def middleware(request):
        seen = set()
        count = repeated = 0

        def note(execute, sql, params, many, context):
            nonlocal count, repeated
            count += 1
            repeated += sql in seen
            seen.add(sql)
            return execute(sql, params, many, context)

        every = connections.all()
        for connection in every:
            connection.execute_wrappers.append(note)
        try:
            response = get_response(request)
        finally:
            for connection in every:
                connection.execute_wrappers.remove(note)
        response["X-Queries"] = count
        response["X-Queries-Repeated"] = repeated
        return response

    return middleware
