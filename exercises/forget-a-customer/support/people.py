from datetime import UTC, datetime

import privacy
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from shop.models import Address, Customer, Item, Order, Product, Review

WORDS = [
    {"name": "Zephyrine Quillon", "phone": "+1 555 000 7711", "login": "zephyrine.q"},
    {"name": "Balthasar Wimsey", "phone": "+1 555 000 8822", "login": "balthasar.w"},
]


def forget_two():
    people = [_plant(pk, words) for pk, words in enumerate(WORDS, start=1)]
    keys = [person["customer"].pk for person in people]
    books, countries = _books(keys), _countries(keys)
    strangers = _rows(keys)
    for key in keys:
        privacy.forget_customer(key)
    facts = {
        "books before": books,
        "books after": _books(keys),
        "countries before": countries,
        "countries after": _countries(keys),
        "traces": [trace for person in people for trace in _traces(person["words"])],
        "drafts": Order.objects.filter(customer__in=keys, status="draft").count(),
        "reviews": Review.objects.filter(customer__in=keys).count(),
        "loose addresses": Address.objects.filter(customer__in=keys, orders=None).count(),
        "open doors": sum(_can_sign_in(person) for person in people),
        "sessions": _sessions([person["user"] for person in people]),
        "profiles": sum(cache.get(f"profile:{key}") is not None for key in keys),
        "others": _changed(strangers, _rows(keys)),
    }
    return facts | {"again": _again(keys, facts)}


def _plant(number, words):
    """A customer about whom the shop knows something in each of its tables."""
    customer = Customer.objects.order_by("pk")[number * 2]
    user = customer.user
    first, last = words["name"].split()
    user.username, user.first_name, user.last_name = words["login"], first, last
    user.email = f"{words['login']}@mail.example"
    # What it is made from is of no interest here, and to compute a real one takes time.
    user.password = "pbkdf2_sha256$planted"
    user.save()
    customer.name, customer.phone = words["name"], words["phone"]
    customer.save()
    customer.reviews.all().delete()
    customer.orders.all().delete()
    customer.addresses.all().delete()
    homes = [
        Address.objects.create(
            customer=customer,
            kind=kind,
            street=f"{number} {last} Lane {kind}",
            city=f"{first}ville",
            postcode=f"ZQ{number}9{kind[0]}",
            country="FR",
        )
        for kind in ("shipping", "billing")
    ]
    for status in ("draft", "paid", "shipped", "delivered", "canceled"):
        order = Order.objects.create(
            number=f"KEPT-{number}-{status}",
            customer=customer,
            shipping_address=homes[0] if status != "paid" else None,
            status=status,
            placed_at=datetime(2026, 3, number, tzinfo=UTC),
            note=f"Ring at {last}'s.",
        )
        for product in Product.objects.order_by("pk")[number : number + 2]:
            Item.objects.create(order=order, product=product, quantity=2, unit_price="12.50")
    Review.objects.create(
        product=Product.objects.order_by("pk")[0],
        customer=customer,
        rating=4,
        text=f"Yours, {first}",
        created_at=datetime(2026, 4, 1, tzinfo=UTC),
    )
    Client().force_login(user)
    cache.set(f"profile:{customer.pk}", {"name": words["name"]}, None)
    told = [*words.values(), first, last, user.email, *(f"ZQ{number}9{kind}" for kind in "sb")]
    return {"customer": customer, "user": user, "words": told}


def _books(keys):
    orders = Order.objects.filter(customer__in=keys).exclude(status="draft").order_by("number")
    return [
        [
            order.number,
            order.status,
            order.placed_at.date().isoformat(),
            str(sum(item.subtotal for item in order.items.all())),
        ]
        for order in orders
    ]


def _countries(keys):
    orders = Order.objects.filter(customer__in=keys).exclude(status="draft").order_by("number")
    return [
        [order.number, order.shipping_address.country if order.shipping_address else ""]
        for order in orders
    ]


def _traces(words):
    found = []
    for model in apps.get_models():
        for row in model._base_manager.values():
            for column, value in row.items():
                text = str(value).lower()
                if any(word.lower() in text for word in words):
                    found.append(f"{model.__name__}.{column}")
    return sorted(set(found))


def _rows(keys):
    """Everything that belongs to others, by table."""
    rows = {}
    for model in (Customer, Address, Order, Item, Review):
        path = {"Customer": "pk", "Item": "order__customer"}.get(model.__name__, "customer")
        others = model._base_manager.exclude(**{f"{path}__in": keys}).order_by("pk")
        rows[model.__name__] = list(others.values_list())
    users = Customer._base_manager.exclude(pk__in=keys).order_by("pk")
    rows["User"] = list(users.values_list("user__username", "user__email", "user__is_active"))
    rows["Product"] = list(Product._base_manager.order_by("pk").values_list())
    return rows


def _changed(before, after):
    return [name for name in before if before[name] != after[name]]


def _can_sign_in(person):
    user = type(person["user"]).objects.filter(pk=person["user"].pk).first()
    return user is not None and (user.is_active or user.has_usable_password())


def _sessions(users):
    keys = {str(user.pk) for user in users}
    decoded = [session.get_decoded() for session in Session.objects.all()]
    return sum(each.get("_auth_user_id") in keys for each in decoded)


def _again(keys, facts):
    try:
        with transaction.atomic():
            for key in keys:
                privacy.forget_customer(key)
    except Exception as error:
        return f"It raised {type(error).__name__}: {error}"
    return "" if _books(keys) == facts["books before"] else "The second call changed the books."
