def check(expect):
    rows = expect.call("packing:packing_list", at=[(30, 4021), (240, 977)], of="orders")
    rows.same_result_as_solution("Returns the same list, at two other sizes of data")
    rows.queries(at_most=2, title="Uses at most 2 queries, at any size of data")
    rows.never_reads("shop_product.description", "Never reads a description")
