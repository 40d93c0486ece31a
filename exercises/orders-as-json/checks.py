def check(expect):
    for orders, number in ((12, 905), (90, 31)):
        web = expect.http(data=(orders, number), setup="world.py:unordered")
        answer = web.anonymous.get("/orders/")
        with web.check(f"The JSON of {orders} orders is what it was"):
            answer.status(200).same_as_solution()
        with web.check(f"At most 3 queries for {orders} orders"):
            answer.queries(at_most=3)
    with web.check("The next request knows what has changed"):
        web.call("world.py:change", doing="An item was added to the first order")
        web.anonymous.get("/orders/", about="after the change").status(200).same_as_solution()
