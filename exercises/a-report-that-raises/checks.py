def check(expect):
    sizes = [(12, 905), (100, 31), (600, 8)]
    rows = expect.call("report:small_customers", at=sizes, of="orders")
    rows.same_result_as_solution("Returns the right customers, at three sizes of data")
    rows.queries(at_most=1, title="Uses 1 query, at any size of data")
    rows.fetches(at_most_rows="returned", title="Fetches only the rows that it returns")
