def few(indexes):
    if len(indexes) <= 2:
        return True
    return f"There are {len(indexes)}, and each costs time at every write: {', '.join(indexes)}."


def edges(found):
    for (when, is_found), right in zip(found.items(), (False, True, True, False), strict=True):
        if is_found != right:
            told = "was not found" if right else "was found, too"
            return f"A ticket that was closed on {when} {told}."
    return True


def check(expect):
    sizes = [(240, 31), (1800, 517)]
    names = expect.call("lists:customers_beginning", "kA", at=sizes, of="tickets")
    names.same_result_as_solution("`customers_beginning()` returns the same names")
    names.searches("desk_customer", "`customers_beginning()` searches for its rows by an index")
    names.fetches(
        at_most_rows="returned", title="`customers_beginning()` takes only the rows that it returns"
    )
    days = expect.call("lists:closed_between", "2026-05-04", "2026-05-08", at=sizes, of="tickets")
    days.same_result_as_solution("`closed_between()` returns the same tickets")
    ends = expect.script(
        "edges.py:at_the_edges", doing="Tickets closed from May 4 to 8 were asked for", data=(10, 1)
    )
    ends.that("The last day is taken to its end, and no further", edges)
    days.searches("desk_ticket", "`closed_between()` searches for its rows by an index")
    script = expect.script(
        "indexes.py:added", doing="The indexes of both tables were counted", data=(10, 1)
    )
    script.that("At most 2 indexes besides those of keys and unique columns", few)
