def check(expect):
    sizes = [(20, 905), (120, 31), (600, 8)]
    rows = expect.call("best:best_customers", at=sizes, of="orders")
    rows.same_result_as_solution("Returns the same customers, at three sizes of data")
    for name, doing, title in (
        ("draws", "It chose among customers who spent the same", "The first customer wins a draw"),
        (
            "nobody",
            "It chose before anything was delivered",
            "A country where nobody spent anything has a row",
        ),
    ):
        script = expect.script(f"draws.py:{name}", doing=doing, data=(200, 5))
        script.same_result_as_solution(title)
    rows.queries(at_most=1, title="Uses 1 query, at any size of data")
    rows.fetches(at_most_rows="returned", title="Fetches only the rows that it returns")
