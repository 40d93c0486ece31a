# When each order of a customer is placed, in the order of their keys; and which of them is the latest.
CUSTOMERS = {
    "Two at noon": (["noon", "noon"], 2),
    "Three at noon": (["morning", "noon", "noon", "noon"], 4),
    "Entered late": (["noon", "morning"], 1),
    "No order": ([], None),
}


def check(expect):
    sizes = [(12, 611), (160, 34), (600, 9)]
    rows = expect.call("latest:latest_orders", at=sizes, of="orders")
    rows.same_result_as_solution("Returns the same orders and totals, at three sizes of data")
    rows.queries(at_most=1, title="Uses 1 query, at any size of data")
    rows.fetches(at_most_rows="returned", title="Fetches only the rows that it returns")

    ties = expect.script(
        "ties.py:ties",
        doing="Orders of the same moment were decided",
        data=(8, 3),
        customers={name: moments for name, (moments, _) in CUSTOMERS.items()},
    )
    ties.that("Decides between orders of the same moment", decided)


def decided(found):
    for name, (moments, latest) in CUSTOMERS.items():
        right = [] if latest is None else [f"{name} {latest}"]
        if found[name] != right:
            told = ", ".join(moments) or "never"
            got = ", ".join(found[name]) or "none"
            return f"“{name}” ordered at: {told}. Expected {', '.join(right) or 'none'}, got {got}."
    return True
