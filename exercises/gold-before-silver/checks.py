EDGES = {
    "spent 3,000.00": ([(1, "3000.00")], "gold"),
    "spent 2,999.99": ([(1, "2999.99")], "silver"),
    "spent 1,000.00": ([(1, "1000.00")], "silver"),
    "spent 999.99": ([(1, "999.99")], "bronze"),
    "spent 0.01": ([(1, "0.01")], "bronze"),
    "has an order without items": ([], "new"),
    "has no order": (None, "new"),
}
# As floating-point numbers, the first two come to less than 1,000.00, the last to more than 999.99.
SUMS = {
    "bought 2 × 100.78, 2 × 183.88, 2 × 57.02 and 1 × 316.64": (
        [(2, "100.78"), (2, "183.88"), (2, "57.02"), (1, "316.64")],
        "silver",
    ),
    "bought 6 × 113.35, 3 × 36.60, 1 × 116.56 and 1 × 93.54": (
        [(6, "113.35"), (3, "36.60"), (1, "116.56"), (1, "93.54")],
        "silver",
    ),
    "bought 3 × 122.15, 3 × 158.05, 1 × 74.17 and 2 × 42.61": (
        [(3, "122.15"), (3, "158.05"), (1, "74.17"), (2, "42.61")],
        "bronze",
    ),
}


def check(expect):
    sizes = [(160, 4025), (400, 87)]
    gold = expect.call("labels:customers_of", "gold", at=sizes, of="orders")
    new = expect.call("labels:customers_of", "new", at=sizes, of="orders")
    edges = expect.script(
        "edges.py:labels",
        doing="Customers on the edges got their labels",
        data=(8, 3),
        customers={name: items for name, (items, _) in EDGES.items()},
    )
    sums = expect.script(
        "edges.py:labels",
        doing="Customers who bought four items got their labels",
        data=(8, 3),
        customers={name: items for name, (items, _) in SUMS.items()},
    )

    gold.same_result_as_solution("Finds the gold customers, at two sizes of data")
    new.same_result_as_solution("Finds the new customers, at two sizes of data")
    edges.that("Knows to the cent where silver and gold begin", lambda found: right(found, EDGES))
    sums.that(
        "Adds up four items to the cent",
        lambda found: right(found, SUMS, " SQLite adds floating-point numbers: round to cents."),
    )
    gold.queries(at_most=1, title="Uses 1 query, at any size of data")
    gold.fetches(at_most_rows="returned", title="Fetches only the rows that it returns")


def right(found, customers, why=""):
    for name, (_, label) in customers.items():
        if found[name] != [label]:
            told = " and ".join(found[name]) or "without a label"
            return f"Who {name} is {label}, and was found as {told}.{why}"
    return True
