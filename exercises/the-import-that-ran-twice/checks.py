def check(expect):
    runs = expect.script(
        "lists.py:two_runs",
        doing="The import ran twice with a list of 16 lines",
        data=(20, 31),
    )
    runs.that("A new product is in the shop", none("new", "is not in the shop as its line says"))
    runs.that(
        "A product that was there has the new price and stock",
        none("there", "was there, and does not have the price and the stock of its line"),
    )
    runs.that("All else of it stays as it was", untouched)
    runs.that(
        "Of a SKU that comes twice, the last right line counts",
        none("last", "does not have the price and the stock of its last right line"),
    )
    runs.that("What the fields do not allow stays out", stays_out)
    runs.that("Each line that it refused is reported, with its fields", reported)
    runs.that("Each product comes back once, with its primary key", with_keys)
    runs.that("A second run changes nothing, and reports the same", same_again)
    night = expect.call("night:run", at=[(60, 4021), (900, 977)], of="lines")
    night.same_result_as_solution("Does the same with two other lists")
    night.queries(at_most=20, title="Uses at most 20 statements in a night, for two runs")


def none(part, words):
    def look(seen):
        return not seen[part] or f"`{seen[part][0]}` {words}."

    return look


def untouched(seen):
    if seen["moved"]:
        return f"`{seen['moved'][0]}` has another primary key than before: it is another row."
    if seen["changed"]:
        return (
            f"`{seen['changed'][0]}` has another name, description, category or state than before."
        )
    return not seen["touched"] or f"`{seen['touched'][0]}` should not have changed."


def stays_out(seen):
    there = seen["kept out"]
    return not there or f"`{there[0][:30]}` is in the shop, and its line has a value that is wrong."


def reported(seen):
    for number, fields in seen["right"]:
        if number not in [line for line, _ in seen["refused"]]:
            return f"Line {number} has a wrong {' and '.join(fields)}, and is not in the report."
    for line in seen["refused"]:
        if line not in seen["right"]:
            return f"The report has {tuple(line)}; the wrong lines are {seen['right']}."
    return (
        seen["refused"] == seen["right"] or f"The report is {seen['refused']}, not {seen['right']}."
    )


def with_keys(seen):
    if seen["keyless"]:
        return f"`{seen['keyless'][0]}` came back with `pk=None`."
    if seen["other keys"]:
        return f"`{seen['other keys'][0]}` came back with a key that is not that of its row."
    return seen["returned"] == seen["taken"] or (
        f"The products {seen['returned']} came back, not {seen['taken']}."
    )


def same_again(seen):
    if not seen["same rows"]:
        return "After the second run the shop has other rows than after the first."
    if not seen["same products"]:
        return "The second run returned other products, or other keys."
    return seen["same report"] or "The second run reported something else."
