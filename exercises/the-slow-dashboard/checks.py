BEST = "/ shows the right figures of the best customers"
MONTHS = "/ shows the right figures of the months"
PACKING = "/packing/ takes at most 1 query"
ORDERS = "/orders/ takes at most 4 queries"
STOCK = "/stock/ takes at most 1 query"
API = "/api/orders/ takes at most 4 queries"
EXPORT = "/export.csv needs no more memory for four times the orders"
FIND = "/find/ finds an order by an index"


def check(expect):
    expect.points(
        {
            BEST: 15,
            MONTHS: 15,
            PACKING: 10,
            ORDERS: 10,
            STOCK: 10,
            API: 15,
            EXPORT: 15,
            FIND: 10,
        }
    )
    web = expect.http(data=(80, 2203), setup="world.py:open_desk")

    def visit(path):
        """Twice, with a busy hour in between: what was kept from the first visit is of no use."""
        yield web.anonymous.get(path).status(200)
        web.call("world.py:busy_hour", doing="A busy hour")
        yield web.anonymous.get(path).status(200)

    with web.check(BEST):
        for page in visit("/"):
            page.budget(6).same_words_as_solution("best-customers")
            page.same_words_as_solution("counts")
    with web.check(MONTHS):
        for page in visit("/"):
            page.budget(6).same_words_as_solution("months")
    with web.check(PACKING):
        for page in visit("/packing/"):
            page.budget(1).same_words_as_solution()
    with web.check(ORDERS):
        for page in visit("/orders/"):
            page.budget(4).same_words_as_solution()
        web.anonymous.get("/orders/?page=2").budget(4).same_words_as_solution()
    with web.check(STOCK):
        for page in visit("/stock/"):
            page.budget(1).same_words_as_solution()
    with web.check(API):
        for page in visit("/api/orders/"):
            page.budget(4).same_as_solution()
        web.anonymous.get("/api/orders/?page=2").budget(4).same_as_solution()

    lines = expect.stream("export:order_lines", at=[(150, 61), (600, 8)], of="orders")
    with lines.check(EXPORT):
        lines.queries(at_most=40)
        lines.same_result_as_solution()
        lines.flat_memory()

    found = expect.call("reports:find_order", " br-000042 ", at=[(300, 77)], of="orders")
    with found.check(FIND):
        found.same_result_as_solution()
        found.searches("shop_order")
