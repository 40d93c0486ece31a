def move(source, target, quantity):
    return {"source_id": source, "target_id": target, "sku": "SHELF-001", "quantity": quantity}


def first_come(turn):
    """Of 5 pieces, two callers want 4 each."""
    if turn.winners != 1:
        return f"{turn.winners} callers were served with 4 of 5 pieces."
    target = 3 if turn.b.raised is None else 2
    stock = [[1, 1], [2, 5], [3, 4]] if target == 3 else [[1, 1], [2, 9]]
    return same(turn, stock, [[1, target, 4]])


def both_ways(turn):
    """Each sends the other 2 of its 5, then has 5 again."""
    if turn.winners != 2:
        return "There was enough for both, and one got nothing."
    return same(turn, [[1, 5], [2, 5]], [[1, 2, 2], [2, 1, 2]])


def same(turn, stock, moves):
    if turn.state["moves"] != moves:
        return f"The transfers are {turn.state['moves']} (from, to, pieces), not {moves}."
    if turn.state["stock"] == stock:
        return True
    total = sum(quantity for _, quantity in turn.state["stock"])
    return f"The depots have {turn.state['stock']} (depot, pieces), not {stock}: {total} in all."


def whole(result):
    error, unchanged = result
    if not unchanged:
        return "Pieces left the source all the same, or a transfer was noted."
    return error is not None or "Nothing was raised."


def check(expect):
    def race(a, b, data):
        return expect.race(
            "transfers:move",
            a,
            b,
            data=data,
            prepare="depots.py:five_each",
            state="depots.py:state",
            may_raise=["NotEnough"],
            shows=["quantity"],
        )

    out = race(move(1, 2, 4), move(1, 3, 4), (10, 21))
    out.that("Two transfers never send more than there is", first_come)
    opposite = race(move(1, 2, 2), move(2, 1, 2), (10, 4))
    opposite.that("Two transfers in opposite directions lose no piece", both_ways)
    nowhere = expect.script(
        "depots.py:to_nowhere",
        doing="Pieces were sent to a depot that does not exist",
        data=(10, 3),
    )
    nowhere.that("A transfer happens as a whole or not at all", whole)
    negative = expect.script(
        "depots.py:negative", doing="A script wrote a quantity of -1", data=(10, 6)
    )
    negative.that(
        "The table refuses a negative quantity",
        lambda refused: refused or "The table took it: there is no constraint that forbids it.",
    )
