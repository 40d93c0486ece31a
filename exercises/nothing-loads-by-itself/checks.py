WORDS = {
    "loaded late": "was loaded when it was touched, by a query that nobody asked for",
    "loaded before": "had been loaded already, and no card reads it",
}


def blocked(*names):
    def condition(touched):
        for name in names:
            came = touched[name]
            if came != "blocked":
                return f"`{name}` {WORDS.get(came, f'gave {came}')}. It must raise `FieldFetchBlocked`."
        return True

    return condition


def check(expect):
    cards = expect.call("card:cards", at=[(60, 431), (160, 88)], of="orders")
    cards.same_result_as_solution("Shows the same cards, at two sizes of data")
    cards.queries(at_most=2, title="Uses at most 2 queries, at any size of data")

    touched = expect.script(
        "touch.py:beyond_the_card",
        doing="Somebody touched what no card reads",
        data=(120, 65),
    )
    touched.that(
        "Blocks what an order and its customer lack",
        blocked("order.shipping_address", "order.customer.user"),
    )
    touched.that("Blocks what an item's product lacks", blocked("item.product.category"))
