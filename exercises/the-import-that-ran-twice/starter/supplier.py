"""The supplier's list, as it comes out of their file: some lines are wrong."""

from random import Random

WRONG = (
    {"price": None},
    {"price": "-4.00"},
    {"price": "7.999"},
    {"stock": -3},
    {"name": "Bowl " * 40},
    {"name": "", "stock": -1},
)


def price_list(count, known, number=7):
    """So many lines, some of them of SKUs that are known."""
    random = Random(number)
    fresh = [f"SUP-{each:05}" for each in range(1, count + 1)]
    lines = []
    for _ in range(count):
        line = {
            "sku": random.choice(random.choice((known, fresh))),
            "name": f"Bowl no. {random.randint(1, 999)}",
            "price": f"{random.randint(4, 60)}.{random.randint(10, 99)}",
            "stock": random.randint(0, 90),
        }
        if random.random() < 0.2:
            line |= random.choice(WRONG)
        lines.append(line)
    return lines
