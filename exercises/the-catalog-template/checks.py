def check(expect):
    # How many products there are grows slowly with the number of orders: 25 and 69.
    small = expect.http(data=(10, 611))
    page = small.anonymous.get("/catalog/")
    with small.check("The page of a small catalog stays the same"):
        page.status(200).same_as_solution()
    with small.check("The page of a small catalog takes at most 3 queries"):
        page.queries(at_most=3)

    big = expect.http(data=(450, 38), setup="world.py:first_product")
    page = big.anonymous.get("/catalog/")
    with big.check("The page of a big catalog stays the same"):
        page.status(200).same_as_solution()
    with big.check("The page of a big catalog takes at most 3 queries too"):
        page.queries(at_most=3)
    with big.check("A change in the shop shows at once"):
        big.call("world.py:change", doing="A product got a new name and a review", pk="{product}")
        big.anonymous.get("/catalog/", about="after the change").status(200).same_as_solution()
