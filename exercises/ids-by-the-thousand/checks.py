def check(expect):
    sizes = [(12, 905), (120, 31), (1000, 8)]
    rows = expect.call("quiet:quiet_addresses", at=sizes, of="orders")
    rows.same_result_as_solution("Returns the same addresses, at three sizes of data")
    rows.queries(at_most=1, title="Uses 1 query, at any size of data")
    rows.fetches(at_most_rows="returned", title="Fetches only the rows that it returns")
