PARCELS = "warehouse_parcel"


def few(indexes):
    if len(indexes) <= 3:
        return True
    return f"There are {len(indexes)}, and each costs time at every write: {', '.join(indexes)}."


def check(expect):
    sizes = [(60, 12), (1600, 345)]
    queue = expect.call("parcels:waiting_longest", 2, at=sizes, of="parcels")
    queue.same_result_as_solution("`waiting_longest()` returns the same parcels")
    queue.searches(PARCELS, "`waiting_longest()` finds its rows in order, by an index", sorts=False)
    queue.fetches(
        at_most_rows="returned", title="`waiting_longest()` takes only the rows that it returns"
    )
    day = expect.call("parcels:delivered_on", "2026-05-18", at=sizes, of="parcels")
    day.same_result_as_solution("`delivered_on()` returns the same parcels")
    day.searches(PARCELS, "`delivered_on()` searches for its rows by an index")
    script = expect.script(
        "indexes.py:indexes", doing="The indexes on parcels were counted", data=(10, 1)
    )
    script.that("At most 3 indexes besides unique ones", few)
