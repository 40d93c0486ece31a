def check(expect):
    night = expect.script(
        "feeds.py:a_night",
        doing="Prices came for ten products, and while they were written, one of each was sold",
        data=(20, 8),
    )
    night.that("Writes only the rows whose price has changed", written)
    night.that("The database holds the right price, in cents", stored)
    night.that("What is sold in the meantime stays sold", sold)
    night.that("Leaves all other products alone, and adds none", others)
    night.that("Returns what has changed", changes)
    feed = expect.call("night:run", at=[(60, 51), (900, 6)], of="products")
    feed.same_result_as_solution("Does the same with two other feeds")
    feed.queries(at_most=15, title="Uses at most 15 statements in a night")


def written(seen):
    for sku in seen["written"]:
        if sku not in seen["should"]:
            return f"`{sku}` costs what it cost before, in cents, and was written all the same."
    return set(seen["should"]) <= set(seen["written"]) or (
        f"{seen['written']} were written, and {seen['should']} have another price."
    )


def stored(seen):
    if not seen["wrong"]:
        return True
    sku, text, right = seen["wrong"][0]
    return f"The price of `{sku}` is stored as {text}; {right} is right."


def sold(seen):
    return seen["stock"] == [9] or (
        f"There were 10 of each and one was sold, and the shop says {seen['stock']}."
    )


def others(seen):
    if seen["added"]:
        return f"`{seen['added'][0][0]}` is no product of the shop, and now it is."
    return seen["others"] or "Products that the feed does not name have changed."


def changes(seen):
    if seen["types"] not in (["Decimal"], []):
        return f"The prices that it returned are of the types {', '.join(seen['types'])}."
    for change in seen["right"]:
        if change not in seen["changes"]:
            return f"{tuple(change)} is missing in what it returned."
    return seen["changes"] == seen["right"] or (
        f"It returned {seen['changes']}, and {seen['right']} is right."
    )
