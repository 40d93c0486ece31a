PLANS = {
    "open_queue": ["SEARCH desk_ticket USING INDEX ticket_status_opened (status=?)"],
    "unfinished": [
        "SEARCH desk_ticket USING INDEX ticket_status_opened (status=?)",
        "USE TEMP B-TREE FOR ORDER BY",
    ],
    "since_monday": ["SCAN desk_ticket"],
    "closed_in_may": ["SEARCH desk_ticket USING INDEX ticket_closed (closed_at>? AND closed_at<?)"],
    "first_closed": ["SCAN desk_ticket USING INDEX ticket_closed"],
}


def check(expect):
    expect.predict(
        "open_queue",
        title="Knows what an index gives that is in the right order",
        answer="SEARCH by ticket_status_opened, nothing is sorted",
        because="The open tickets stand together in the index, and there they stand by date.",
    )
    expect.predict(
        "unfinished",
        title="Knows when rows that were searched are sorted all the same",
        answer="SEARCH by ticket_status_opened, then the rows are sorted",
        because="Two statuses are two stretches of the index. Each is in order, both together are not.",
    )
    expect.predict(
        "since_monday",
        title="Knows what the second column of an index can do alone",
        answer="SCAN of the table",
        because="The index is sorted by status first: a date alone can be anywhere in it.",
    )
    expect.predict(
        "closed_in_may",
        title="Knows which lookups on a date are ranges",
        answer="SEARCH by ticket_closed",
        because="The year is a range of moments, which is searched. The month is a function of each row.",
    )
    expect.predict(
        "first_closed",
        title="Knows that an index can be read without a search",
        answer="SCAN in the order of ticket_closed, nothing is sorted",
        because="The index is read from its beginning, in order, and only as far as needed.",
    )
    plans = expect.script(
        "plans.py:plans", doing="SQLite was asked for all five plans", data=(2000, 7)
    )
    plans.that("SQLite says so too", lambda plans: plans == PLANS)
