def told(queries, repeated):
    """The headers say what the page sends, which nothing but `pages.py` decides."""
    wanted = {"X-Queries": str(queries), "X-Queries-Repeated": str(repeated)}

    def condition(got):
        for name, value in wanted.items():
            found = got.headers.get(name.lower())
            if found is None:
                return f"answered {got.status} without {name}"
            if found != value:
                return f"said {name}: {found}, and it is {value}"
        return True

    return condition


def check(expect):
    web = expect.http(data=(16, 733), setup="world.py:somebody")
    visitor, anna = web.anonymous, web.user("{anna}", called="Anna")

    with web.check("Says how many queries a page took"):
        visitor.get("/orders/").status(200).that(told(1, 0))

    with web.check("Counts each request by itself"):
        visitor.get("/orders/").status(200).that(told(1, 0))
        visitor.get("/about/").status(200).that(told(0, 0))

    with web.check("Shows which queries came again"):
        visitor.get("/products/").status(200).that(told(9, 7))

    with web.check("Counts in every database, and what other middleware asks"):
        visitor.get("/old/").status(200).that(told(2, 0))
        anna.get("/profile/").status(200).that(told(3, 0))

    with web.check("Says it on errors too"):
        visitor.get("/nowhere/").status(404).that(told(0, 0))
        visitor.get("/broken/").status(500).that(told(2, 0))
        visitor.get("/orders/").status(200).that(told(1, 0))

    with web.check("Notices when a page gets an N+1"):
        web.call("world.py:take_the_join_out", doing="Somebody took the join out").equals(True)
        visitor.get("/orders/").status(200).that(told(11, 9))

    with web.check("Knows a text again, whatever the values in it"):
        web.call("world.py:look_names_up", doing="Somebody looked three names up").equals(True)
        visitor.get("/orders/").status(200).that(told(3, 2))

    with web.check("Keeps apart requests that overlap"):
        web.call("world.py:overlapping", doing="The numbers of a request within another").equals(
            {"X-Queries": "3", "X-Queries-Repeated": "1"}
        )
