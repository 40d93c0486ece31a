def check(expect):
    for count, size in ((5, (120, 51)), (40, (900, 44))):
        rows = expect.call("showcase:showcase", count, at=[size], of="orders")
        rows.same_result_as_solution(f"{count} products are shown as before")
        rows.queries(at_most=2, title=f"{count} products take at most 2 queries")
