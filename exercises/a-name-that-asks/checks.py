def check(expect):
    sizes = [(25, 77), (600, 4030)]
    rows = expect.call("packing:packing_list", at=sizes, of="orders")
    rows.same_result_as_solution("The packing list says the same")
    rows.queries(at_most=3, title="It takes at most 3 queries, at any size of data")
    one = expect.call("packing:reprint", "BR-000004", at=[(25, 77), (40, 78)], of="orders")
    one.same_result_as_solution("A single slip can still be printed again")
