def check(expect):
    tried = expect.script(
        "prices.py:on_sale",
        doing="Ten products were put on sale, with five percentages",
        data=(20, 8),
    )
    tried.that("Returns how many products are on sale", how_many)
    tried.that("A product is found by the price that it shows", found)
    tried.that("The new price is right to the cent", right)
    tried.that("No float gets near the money", no_float)
    tried.that("Everything else stays as it was", rest)
    sale = expect.call("sale:start_sale", "tableware", 10, at=[(30, 51), (400, 6)], of="orders")
    sale.same_result_as_solution("Returns the same with other data")
    sale.queries(at_most=1, title="Uses 1 statement, for any number of products")


def how_many(seen):
    return seen["returned"] == [10] * 5 or f"Of ten products each, it returned {seen['returned']}."


def found(seen):
    if not seen["unfound"]:
        return True
    price, percent, shown, stored, _ = seen["unfound"][0]
    return (
        f"{price} less {percent} % is shown as {shown}, and stored as {stored}: "
        f"`filter(price={shown!r})` does not find it."
    )


def right(seen):
    if not seen["wrong"]:
        return True
    price, percent, _, stored, wanted = seen["wrong"][0]
    return f"{price} less {percent} % is stored as {stored}; {wanted} is right."


def no_float(seen):
    if not seen["floats"]:
        return True
    return (
        f"The statement got {max(seen['floats'], key=len)}, which is a float or was made from one. "
        "Work the factor out with `Decimal` from the beginning."
    )


def rest(seen):
    if not seen["others"]:
        return "Products of other categories have changed."
    return seen["rest"] or "Other columns than the price have changed."
