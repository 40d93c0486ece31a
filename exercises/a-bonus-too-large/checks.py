def check(expect):
    sizes = [(24, 905), (100, 31), (600, 8)]
    rows = expect.call("bonus:bonuses", at=sizes, of="orders")
    rows.same_result_as_solution("Returns the right figures, at three sizes of data")
    rows.queries(at_most=3, title="Uses at most 3 queries, at any size of data")
    # There is a customer for every four orders.
    rows.fetches(
        at_most_rows=[3 * size // 4 for size, _ in sizes],
        title="Fetches at most 3 rows for each customer",
    )
