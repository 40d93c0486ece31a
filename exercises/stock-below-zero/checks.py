TAKES = [1, "SHELF-001"]


def one_of_two(turn):
    """Of 5 boxes, two callers want 4 each."""
    if turn.winners != 1:
        return f"There were 5 boxes, and {turn.winners} callers got 4 each."
    return same(turn, 1)


def both(turn):
    """Of 8 boxes, one caller wants 5 and the other 3."""
    if turn.winners != 2:
        return "There were 8 boxes, one wanted 5 and one wanted 3, and somebody got nothing."
    return same(turn, 0)


def same(turn, left):
    if turn.state["elsewhere"] != 7:
        return f"The shelf of another depot had 7 boxes, and has {turn.state['elsewhere']}."
    got = turn.state["quantity"]
    return got == left or f"The shelf says {got}, and should say {left}."


def asked_oddly(seen):
    for what, error in {"no piece": "ValueError", "minus three pieces": "ValueError"}.items():
        raised, left = seen[what]
        if raised != error or left != 5:
            return f"Asked for {what}, it raised {raised or 'nothing'}, and 5 boxes became {left}."
    return True


def nowhere(seen):
    raised, _ = seen["from nowhere"]
    return raised == "NotEnough" or f"It raised {raised or 'nothing'}, and not `NotEnough`."


def refused(seen):
    return not seen or f"-1 got into the table by {', '.join(f'`{way}`' for way in seen)}."


def scan(seen):
    if seen["7"] != ["IntegrityError", 5]:
        raised, left = seen["7"]
        return (
            f"7 of 5 boxes were scanned: raised {raised or 'nothing'}, and the shelf says {left}."
        )
    raised, left = seen["5"]
    return seen["5"] == ["", 0] or (
        f"5 of 5 boxes were scanned: raised {raised or 'nothing'}, and the shelf says {left}."
    )


def check(expect):
    def race(a, b, prepare, data):
        return expect.race(
            "taking:take",
            [*TAKES, a],
            [*TAKES, b],
            data=data,
            prepare=f"shelves.py:{prepare}",
            state="shelves.py:state",
            may_raise=["NotEnough"],
            shows=["quantity"],
        )

    race(4, 4, "five", (10, 21)).that("Two callers never get more than there is", one_of_two)
    race(5, 3, "eight", (10, 4)).that("When there is enough for both, both get theirs", both)
    odd = expect.script(
        "shelves.py:odd_calls",
        doing="`take()` was asked for no piece, for minus three, and for one from nowhere",
        data=(10, 3),
    )
    odd.that("Less than one piece is a ValueError", asked_oddly)
    odd.that("A shelf that does not exist does not have enough", nowhere)
    written = expect.script(
        "shelves.py:written", doing="A quantity of -1 was written in four ways", data=(10, 6)
    )
    written.that("The table refuses a quantity below zero, whoever writes it", refused)
    scanned = expect.script(
        "shelves.py:scanned", doing="The hand scanners took boxes off a shelf of five", data=(10, 9)
    )
    scanned.that("A scan can empty a shelf, and no more than that", scan)
