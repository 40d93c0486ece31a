def sorts_by_status_only(found):
    for sql in found["statuses"]:
        if "placed_at" in sql or '"id"' in sql:
            return f"`statuses()` sorts by {sql}."
    return True


def does_not_sort(found):
    for sql in found["who_waits"]:
        if sql:
            return f"`who_waits()` sorts by {sql}, and nobody reads it in an order."
    return True


def alphabetical(statuses):
    if statuses == sorted(statuses):
        return True
    return f"An index brought them into that order. Without it they are {', '.join(statuses)}."


def check(expect):
    # Four orders do not have all of the statuses.
    statuses = expect.call("desk:statuses", at=[(4, 5), (160, 977)], of="orders")
    statuses.same_result_as_solution("statuses() returns each status once, in alphabetical order")
    statuses.queries(at_most=1, title="statuses() asks once")
    statuses.fetches(at_most_rows="returned", title="statuses() fetches one row for each status")
    latest = expect.call("desk:latest", at=[(160, 977)], of="orders")
    latest.same_result_as_solution("latest() returns the ten newest, the newest first")
    latest.fetches(at_most_rows=10, title="latest() fetches ten rows")
    waiting = expect.call("desk:who_waits", at=[(160, 977)], of="orders")
    waiting.same_result_as_solution("who_waits() returns what it did")
    waiting.queries(at_most=1, title="who_waits() asks once")
    bare = expect.script(
        "sql.py:without_the_index", doing="The index on the status was dropped", data=(40, 12)
    )
    bare.that("statuses() is in order without the help of an index", alphabetical)
    sql = expect.script("sql.py:orderings", doing="Each function was called", data=(40, 12))
    sql.that("statuses() sorts by the status, and by nothing else", sorts_by_status_only)
    sql.that("who_waits() sorts by nothing", does_not_sort)
