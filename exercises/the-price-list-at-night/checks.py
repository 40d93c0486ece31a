def check(expect):
    small = expect.script(
        "lists.py:imported", doing="A list of 80 lines was imported", data=(20, 5)
    )
    small.that("Every line of the list is in the shop", in_the_shop)
    small.that("Each product comes back with its primary key", with_keys)
    small.that("The search engine is told of each product, once", told)
    night = expect.call("night:run", at=[(60, 4021), (900, 977)], of="lines")
    night.same_result_as_solution("Does the same with two other lists")
    night.queries(at_most=10, title="Uses at most 10 statements, however long the list is")
    refused = expect.script(
        "lists.py:refused",
        doing="A list of 1,200 lines was imported, and its last line has the SKU of the first",
        data=(20, 5),
    )
    refused.that("A list that is refused leaves nothing behind", nothing_left)


def in_the_shop(seen):
    if wrong := seen["wrong"]:
        return f"{len(wrong)} lines are not in the shop as the list has them, such as {wrong[0]}."
    return seen["more"] == 80 or f"The shop has {seen['more']} more products than before."


def with_keys(seen):
    if len(seen["returned"]) != 80 or set(seen["returned"]) != {"Product"}:
        return (
            f"The import returned {len(seen['returned'])} objects, and should return 80 products."
        )
    if seen["keyless"]:
        return f"{len(seen['keyless'])} of the products that it returned have `pk=None`."
    if seen["other keys"]:
        return f"The key of {seen['other keys'][0]} is not the key of its row."
    return seen["order"] or "The products are not in the order of the lines."


def told(seen):
    if not seen["told"]:
        return (
            "It was told of none. `bulk_create()` sends no signals, so the receiver in `search.py` "
            "is never called: call `search.add()` yourself, with all the products."
        )
    if seen["keyless told"]:
        return "It was told of products with `pk=None`: before they are written they have no key."
    if seen["untold"]:
        return (
            f"It does not know {len(seen['untold'])} of the products, such as {seen['untold'][0]}."
        )
    return seen["told"] == 80 or f"It was told {seen['told']} times of 80 products."


def nothing_left(seen):
    if not seen["raised"]:
        return "The import raised nothing: nobody will notice that a line is missing."
    if seen["stayed"]:
        return f"The import raised {seen['raised']}, and {seen['stayed']} of its products stayed in the shop."
    count = seen["told"]
    return count == 0 or (
        f"The import raised {seen['raised']}, and the search engine had been told of {count} products."
    )
