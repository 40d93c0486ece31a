"""Data of any size from one number: the same size and seed always give the same rows."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import product as pairs
from random import Random
from typing import TypeVar

from django.db import connection, models, transaction

from .models import Address, Category, Customer, Item, Order, Product, Review, Tag, User
from .words import (
    CATALOG,
    FAMILY_NAMES,
    GIVEN_NAMES,
    OPINIONS,
    PLACES,
    STREETS,
    STYLES,
    TAGS,
)

Model = TypeVar("Model", bound=models.Model)

# The last day of the data. Fixed, so that rows do not depend on when they are made.
TODAY = datetime(2026, 6, 1, 12, tzinfo=UTC)
# No password matches this one: signing in needs a `set_password` first.
UNUSABLE_PASSWORD = "!"
# Drawn from evenly: what stands there more often is drawn more often.
QUANTITIES = (1,) * 6 + (2,) * 3 + (3, 6)
STATUSES = [each for each in Order.Status for _ in range(8 if each == "delivered" else 2)]


def seed(size: int, seed: int) -> None:
    """Fill an empty database with `size` orders, and all else in proportion."""
    random = Random(seed)
    with transaction.atomic():
        customers = _customers(random, max(5, size // 4))
        products = _products(random, min(480, 24 + size // 10))
        addresses = {each.customer_id: each for each in _addresses(random, customers)}
        orders = _save(_orders(random, size, customers, addresses))
        _insert_items(_items(random, orders, products))
        _save(_reviews(random, max(4, size // 5), customers, products))


def _save(instances: Iterator[Model]) -> Sequence[Model]:
    rows = list(instances)
    type(rows[0])._default_manager.bulk_create(rows, batch_size=2000)
    return rows


def _customers(random: Random, count: int) -> Sequence[Customer]:
    names = [f"{random.choice(GIVEN_NAMES)} {random.choice(FAMILY_NAMES)}" for _ in range(count)]
    joined = [_before(TODAY, random, days=900) for _ in range(count)]
    users = _save(
        User(
            username=f"customer{number}",
            email=f"customer{number}@example.com",
            password=UNUSABLE_PASSWORD,
            date_joined=joined[number - 1],
        )
        for number in range(1, count + 1)
    )
    return _save(
        Customer(user=user, name=name, phone=_phone(random), joined_at=day)
        for user, name, day in zip(users, names, joined, strict=True)
    )


def _addresses(random: Random, customers: Sequence[Customer]) -> Sequence[Address]:
    def one(customer: Customer, kind: Address.Kind) -> Address:
        city, country = random.choice(PLACES)
        return Address(
            customer=customer,
            kind=kind,
            street=f"{random.randint(1, 180)} {random.choice(STREETS)}",
            city=city,
            postcode=f"{random.randint(10000, 99999)}",
            country=country,
        )

    # Billing first: where a customer has both, the caller's dict keeps the shipping one.
    billing = [one(each, Address.Kind.BILLING) for each in customers if random.random() < 0.3]
    shipping = [one(each, Address.Kind.SHIPPING) for each in customers]
    return _save(iter(billing + shipping))


def _products(random: Random, count: int) -> Sequence[Product]:
    goods: list[tuple[Category, str]] = []
    for root_name, children in CATALOG.items():
        root = Category.objects.create(name=root_name, slug=_slug(root_name))
        for child_name, nouns in children.items():
            child = Category.objects.create(name=child_name, slug=_slug(child_name), parent=root)
            goods += [(child, noun) for noun in nouns]
    names = [
        (category, f"{style} {noun.lower()}") for style, (category, noun) in pairs(STYLES, goods)
    ]
    random.shuffle(names)
    products = _save(
        Product(
            name=name,
            sku=f"{category.slug[:3].upper()}-{number:04}",
            description=f"{name}, from our {category.name.lower()} range. " * 6,
            category=category,
            price=Decimal(random.randint(290, 18900)) / 100,
            stock=random.randint(0, 240),
            is_active=random.random() < 0.95,
        )
        for number, (category, name) in enumerate(names[:count], start=1)
    )
    tags = _save(Tag(name=name) for name in TAGS)
    link = Product.tags.through
    _save(
        link(product_id=each.pk, tag_id=tag.pk)
        for each in products
        for tag in random.sample(tags, k=random.randint(1, 3))
    )
    return products


def _orders(
    random: Random, count: int, customers: Sequence[Customer], addresses: dict[int, Address]
) -> Iterator[Order]:
    for number in range(1, count + 1):
        customer = random.choice(customers)
        yield Order(
            number=f"BR-{number:06}",
            customer=customer,
            shipping_address=addresses[customer.pk] if random.random() < 0.9 else None,
            status=random.choice(STATUSES),
            placed_at=_before(TODAY, random, days=365),
            note="Please ring twice." if random.random() < 0.1 else "",
        )


def _items(
    random: Random, orders: Sequence[Order], products: Sequence[Product]
) -> Iterator[tuple[int, int, int, Decimal]]:
    # Some were bought on a sale day: the price paid is not always the price of today.
    prices = {each.pk: (each.price,) * 4 + (_discounted(each.price),) for each in products}
    for order in orders:
        # One order in twelve is empty: code that forgets those is wrong, and a test should show it.
        count = 0 if random.random() < 1 / 12 else random.randint(1, 5)
        for each in random.sample(products, k=count):
            yield order.pk, each.pk, random.choice(QUANTITIES), random.choice(prices[each.pk])


def _insert_items(rows: Iterator[tuple[int, int, int, Decimal]]) -> None:
    """Three times as many as orders: made with `bulk_create`, they would take most of the time."""
    columns = ", ".join(
        connection.ops.quote_name(Item._meta.get_field(name).column)
        for name in ("order", "product", "quantity", "unit_price")
    )
    table = connection.ops.quote_name(Item._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES (%s, %s, %s, %s)", list(rows))


def _reviews(
    random: Random, count: int, customers: Sequence[Customer], products: Sequence[Product]
) -> Iterator[Review]:
    every = len(customers) * len(products)
    for index in random.sample(range(every), k=min(count, every)):
        rating = random.choice((1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5))
        yield Review(
            product=products[index % len(products)],
            customer=customers[index // len(products)],
            rating=rating,
            text=random.choice(OPINIONS[rating]),
            created_at=_before(TODAY, random, days=300),
        )


def _before(moment: datetime, random: Random, *, days: int) -> datetime:
    return moment - timedelta(seconds=random.randrange(days * 86400))


def _discounted(price: Decimal) -> Decimal:
    return (price * Decimal("0.9")).quantize(Decimal("0.01"))


def _phone(random: Random) -> str:
    # 555 numbers are kept for fiction.
    return f"+1 555 {random.randint(100, 999)} {random.randint(1000, 9999)}"


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")
