def check(expect):
    screen = expect.call("screen:numbers", at=[(60, 4021), (400, 977)], of="orders")
    screen.same_result_as_solution("Shows the same four numbers, at two sizes of data")
    screen.queries(at_most=1, title="Uses 1 query, at any size of data")
    screen.fetches(at_most_rows=5, title="Lets the database add up: fetches at most 5 rows")
    quiet = expect.script(
        "days.py:quiet", doing="It counted in a shop without canceled orders", data=(60, 12)
    )
    quiet.same_result_as_solution("Shows a zero where nothing was canceled")
    first = expect.script(
        "days.py:first", doing="It counted in a shop that has sold nothing", data=(60, 33)
    )
    first.same_result_as_solution("Shows four zeros on the first day")
