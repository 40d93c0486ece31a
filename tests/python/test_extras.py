# packs: extras celery
"""Frozen time, factories and made-up names. With the pack that has dateutil as well."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import factory
import pytest
from faker import Faker
from freezegun import freeze_time

from shop_runs import seeded


@pytest.fixture(autouse=True)
def shop() -> None:
    seeded()


def test_time_stands_still_and_moves() -> None:
    from django.utils import timezone

    with freeze_time("2026-02-28 23:00") as clock:
        assert timezone.now() == datetime(2026, 2, 28, 23, tzinfo=UTC)
        clock.tick(timedelta(hours=2))
        assert date.today() == date(2026, 3, 1)
        clock.move_to("2030-01-01")
        assert timezone.now().year == 2030
    assert timezone.now() != datetime(2030, 1, 1, tzinfo=UTC)


def test_frozen_time_reaches_the_database() -> None:
    from shop.models import Order

    order: Any = Order.objects.order_by("pk")[0]
    with freeze_time("2026-05-04 12:00"):
        from django.utils import timezone

        order.placed_at = timezone.now()
        order.save()
    order.refresh_from_db()
    assert order.placed_at == datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_a_factory_makes_rows() -> None:
    from shop.models import Tag

    class TagFactory(factory.django.DjangoModelFactory):
        class Meta:
            model = Tag

        name = factory.Sequence(lambda n: f"made-{n}")

    before = Tag.objects.count()
    TagFactory.create_batch(3)
    assert Tag.objects.count() == before + 3
    assert TagFactory.build().pk is None


def test_names_are_english_and_come_again_from_a_seed() -> None:
    def some() -> list[str]:
        fake = Faker()
        fake.seed_instance(7)
        return [
            fake.name(),
            fake.address(),
            fake.email(),
            fake.iban(),
            fake.sentence(),
            fake.company(),
        ]

    assert some() == some()
    assert all(some())
    with pytest.raises(AttributeError, match="xx_XX"):
        Faker("xx_XX")


def test_every_provider_of_english_is_there() -> None:
    fake = Faker("en_US")
    assert len({type(each).__module__ for each in fake.get_providers()}) > 20
    for name in (
        "license_plate",
        "ean13",
        "color_name",
        "credit_card_number",
        "currency_name",
        "ssn",
    ):
        assert getattr(fake, name)()
    assert fake.profile()["mail"]
    assert fake.slug("Ünïcode")


def test_both_packs_with_dateutil_are_one() -> None:
    from celery.utils.time import remaining
    from dateutil.relativedelta import relativedelta

    assert date(2026, 1, 31) + relativedelta(months=1) == date(2026, 2, 28)
    assert remaining(
        datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=1), datetime(2026, 1, 1, tzinfo=UTC)
    ) == timedelta(1)
