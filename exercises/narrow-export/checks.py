def check(expect):
    sizes = [(10, 4711), (100, 83), (1000, 20)]
    rows = expect.call("export:price_list", at=sizes, of="orders")
    rows.same_result_as_solution("Returns the same price list, at three sizes of data")
    rows.queries(at_most=2, title="Uses at most 2 queries")
    rows.flat_queries("Uses as many queries for a big catalog as for a small one")
    rows.never_reads("shop_product.description", "Never reads a description")
    rows.fetches(at_most_columns=7, title="Fetches at most 7 columns with any query")
