def check(expect):
    page = expect.call("visit:visit", at=[(40, 4021), (160, 977)], of="orders")
    page.same_result_as_solution("Shows the same page, at two other sizes of data")
    page.queries(at_most=3, title="Uses at most 3 queries, at any size of data")
    twice = expect.script(
        "morning.py:two_visits",
        doing="The page was visited, orders were shipped and products sold, and it was visited again",
        data=(40, 88),
    )
    twice.same_result_as_solution("Shows the next visitor what has changed")
