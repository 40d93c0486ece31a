def check(expect):
    counts = expect.call("customers:order_counts", at=[(20, 311), (80, 52)], of="orders")
    counts.same_result_as_solution("Returns the same pairs")
    counts.queries(at_most=1)
