LINES = [
    (3, "19.99", "0.20", "71.96"),
    (1, "0.99", "0.07", "1.06"),
    (12, "4.35", "0.19", "62.12"),
    (7, "129.95", "0.00", "909.65"),
]


def check(expect):
    models = expect.models("billing")
    models.no_issues()
    models.field(
        "InvoiceLine", "total", type="GeneratedField", title="The database works `total` out"
    )
    models.that("It holds money: a decimal with two places", money)
    models.example("InvoiceLine", {"text": "Boards", "quantity": 3, "unit_price": "19.99"})
    models.stores(
        "InvoiceLine", {}, {"total": "71.96"}, title="A line with the usual tax has its total"
    )

    books = expect.script(
        "bookkeeping.py:books", doing="Lines were written, found and changed", lines=LINES
    )
    books.that("A line is found by the total that it shows", all_found)
    books.that("The total follows, whoever changes the row", followed)
    books.that("A new line has a tax rate to compute with", decimal_rate)


def money(seen):
    output = seen["models"]["InvoiceLine"]["fields"].get("total", {}).get("output")
    if output is None:
        return "There is no generated `total` yet."
    if output["type"] != "DecimalField":
        return f"The `output_field` is a `{output['type']}`: money is a `DecimalField`."
    if output["decimal_places"] != 2:
        return f"The `output_field` has {output['decimal_places']} places; cents are 2."
    return True


def all_found(books):
    for line, total, shown, count in books["found"]:
        if shown != total:
            return f"{line} shows {shown}; the total is {total}."
        if count != 1:
            return f"{line} shows {shown}, and `filter(total={total!r})` finds {count} lines."
    return True


def followed(books):
    for who, right in {"save()": "60.00", "update()": "120.00", "another program": "30.00"}.items():
        if books["changed"][who] != right:
            return f"After a change by {who} the total is {books['changed'][who]}, and should be {right}."
    return True


def decimal_rate(books):
    kind, value = books["new line"]
    if kind != "Decimal":
        return f"It is a `{kind}`, {value}: `Decimal` and `{kind}` do not multiply."
    if float(value) != 0.2 or len(value) > 4:
        return f"It is {value}; 20 % is 0.20."
    return True
