TURNS = {
    "winter": ("placed around February 1, midnight in New York", "February begins in the office"),
    "summer": (
        "placed around July 1, midnight in New York",
        "July begins in the office, by its summer time",
    ),
    "new_year": ("placed on New Year's Eve in New York", "New Year's Eve is in the old year"),
}


def check(expect):
    empty = expect.script("turns.py:nothing", doing="It answered for 2019", data=(8, 3))
    empty.same_result_as_solution("A year without orders has twelve months, too")
    for name, (when, title) in TURNS.items():
        doing = f"It added up orders of 1, 2, 4, 8 and so on, {when}"
        turn = expect.script(f"turns.py:{name}", doing=doing, data=(8, 3))
        turn.same_result_as_solution(title)
    sizes = [(8, 905), (60, 31), (600, 8)]
    rows = expect.call("revenue:monthly_revenue", 2026, at=sizes, of="orders")
    rows.same_result_as_solution("Returns the right revenue, at three sizes of data")
    rows.queries(at_most=1, title="Uses 1 query, at any size of data")
    rows.fetches(at_most_rows=12, title="Fetches at most 12 rows")
