"""The supplier's list, as it comes out of their file."""

from random import Random


def price_list(lines, number=7):
    random = Random(number)
    return [
        {
            "sku": f"SUP-{random.randint(10, 99)}-{line:05}",
            "name": f"{random.choice(['Blue', 'Green', 'Red'])} bowl no. {line}",
            "price": f"{random.randint(4, 60)}.{random.randint(10, 99)}",
        }
        for line in range(1, lines + 1)
    ]
