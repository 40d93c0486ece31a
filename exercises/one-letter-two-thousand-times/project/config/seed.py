"""Data of any size from one number: the same size and seed always give the same rows."""

from datetime import UTC, datetime, timedelta
from random import Random

from mailing.models import Delivery, Letter

NAMES = ("Amara", "Chidi", "Elif", "Hana", "Ines", "Jun", "Lars", "Mei", "Noah", "Rosa")
# The subject, the greeting, and of how many times the same sentence the letter consists.
LETTERS = (
    ("Our spring catalog", "Dear {name},", 500),
    ("Your parcel is late", "Hello {name}, we are sorry:", 6),
    ("A book is back in stock", "Good news, {name}!", 4),
)
SENTENCE = "This is a long letter about small things.\n"


def seed(size: int, seed: int) -> None:
    """Fill an empty database with `size` deliveries, most of them of one letter."""
    random = Random(seed)
    letters = Letter.objects.bulk_create(
        Letter(subject=subject, body=f"{greeting}\n" + SENTENCE * sentences)
        for subject, greeting, sentences in LETTERS
    )
    start = datetime(2026, 5, 1, 8, tzinfo=UTC)
    Delivery.objects.bulk_create(
        (
            Delivery(
                letter=random.choices(letters, weights=(40, 1, 1))[0],
                name=random.choice(NAMES),
                email=f"subscriber{number}@example.com",
                sent_at=start + timedelta(seconds=random.randrange(86400)),
            )
            for number in range(1, size + 1)
        ),
        batch_size=500,
    )
