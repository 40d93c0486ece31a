"""Data of any size from one number: the same size and seed always give the same rows."""

from datetime import UTC, datetime, timedelta
from random import Random

from django.db import transaction

from .models import Depot, Parcel, Stock

# The last day of the data. Fixed, so that rows do not depend on when they are made.
TODAY = datetime(2026, 6, 1, 12, tzinfo=UTC)
TOWNS = ("Aarhus", "Bergen", "Cork", "Dresden", "Evora", "Faro")
SKUS = tuple(f"SHELF-{number:03}" for number in range(1, 9))
STATUSES = [each for each in Parcel.Status for _ in range(6 if each == "delivered" else 2)]


def seed(size: int, seed: int) -> None:
    """Fill an empty database with `size` parcels in a few depots."""
    random = Random(seed)
    with transaction.atomic():
        depots = Depot.objects.bulk_create(Depot(name=town) for town in TOWNS)
        Stock.objects.bulk_create(
            Stock(depot=depot, sku=sku, quantity=random.randint(5, 60))
            for depot in depots
            for sku in SKUS
        )
        Parcel.objects.bulk_create(
            (_parcel(random, number, depots) for number in range(1, size + 1)), batch_size=2000
        )


def _parcel(random: Random, number: int, depots: list[Depot]) -> Parcel:
    status = random.choice(STATUSES)
    handed_in = TODAY - timedelta(seconds=random.randrange(1, 30 * 86400))
    took = timedelta(seconds=random.randrange(3600, 3 * 86400))
    return Parcel(
        code=f"PK-{number:06}",
        depot=random.choice(depots),
        status=status,
        handed_in_at=handed_in,
        delivered_at=handed_in + took if status == Parcel.Status.DELIVERED else None,
    )
