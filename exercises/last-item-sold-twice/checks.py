from decimal import Decimal

PRODUCT = 3
PRICE = Decimal("19.90")


def sold(turn, stock):
    """What is left, and what was sold, add up; each item is as ordered."""
    state, items = turn.state, turn.state["items"]
    orders = [order for order, *_ in items]
    if state["stock"] + len(items) != stock:
        return f"{stock} in stock before, {state['stock']} now, and {len(items)} sold."
    if any(each[1:] != [1, PRICE] for each in items) or len(items) != turn.winners:
        return f"{turn.winners} of the calls raised nothing, and these items were made: {items}."
    winners = [number for number, caller in ((1, turn.a), (2, turn.b)) if not caller.raised]
    return orders == winners or f"The items are in the orders {orders}, not in {winners}."


def one_of_two(turn):
    return sold(turn, 1) if turn.winners == 1 else f"{turn.winners} callers got the last item."


def both(turn):
    return sold(turn, 2) if turn.winners == 2 else "Two were left, and a caller got nothing."


def check(expect):
    def race(prepare, data):
        return expect.race(
            "sales:sell",
            [1, PRODUCT],
            [2, PRODUCT],
            data=data,
            prepare=f"stock.py:{prepare}",
            state="stock.py:state",
            may_raise=["SoldOut"],
            shows=["stock", "price"],
        )

    race("one_left", (12, 311)).that("The last item goes to one of two callers", one_of_two)
    race("two_left", (12, 87)).that("Of two items, both callers get one", both)
    twice = expect.script(
        "stock.py:same_order_twice",
        doing="An order tried to buy the same product twice, which the database refuses",
        data=(12, 59),
    )
    twice.that(
        "An item that cannot be added takes nothing out of stock",
        lambda stock: stock == 4 or f"There were 5, one was bought, and {stock} are left.",
    )
