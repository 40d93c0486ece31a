def check(expect):
    lines = expect.stream("export:export_lines", at=[(150, 51), (600, 6)], of="orders")
    lines.same_result_as_solution("Yields the same lines, at two sizes of data")
    lines.queries(at_most=40, title="Uses at most 40 queries")
    lines.flat_memory(at_most_times=1.5, title="Needs no more memory for four times the orders")
