from datetime import UTC, datetime

import pytest
from rest_framework.test import APIClient
from shop.models import Customer, Order, User

TODAY = datetime(2026, 6, 1, tzinfo=UTC)


def a_customer(name):
    user = User.objects.create(username=name, email=f"{name}@example.com")
    return Customer.objects.create(user=user, name=name, joined_at=TODAY)


def an_order(customer, number):
    return Order.objects.create(number=number, customer=customer, placed_at=TODAY)


def signed_in(user):
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def anna(db):
    return a_customer("anna")


@pytest.fixture
def bruno(db):
    return a_customer("bruno")


@pytest.fixture
def hers(anna):
    return an_order(anna, "BR-1")


@pytest.fixture
def his(bruno):
    return an_order(bruno, "BR-2")


CELLS = [
    # who, method, whose order, status
    (None, "get", None, 403),
    (None, "get", "his", 403),
    (None, "patch", "his", 403),
    ("anna", "get", "hers", 200),
    ("anna", "get", "his", 404),
    ("anna", "patch", "hers", 200),
    ("anna", "patch", "his", 404),
    ("stella", "get", "his", 200),
    ("stella", "patch", "his", 403),
]


@pytest.mark.parametrize(("who", "method", "whose", "status"), CELLS)
def test_matrix(anna, hers, his, who, method, whose, status):
    User.objects.create(username="stella", email="s@example.com", is_staff=True)
    client = signed_in(User.objects.get(username=who)) if who else APIClient()
    path = f"/orders/{ {'his': his, 'hers': hers}[whose].pk }/" if whose else "/orders/"
    assert getattr(client, method)(path, {"note": "x"}).status_code == status


def test_lists(anna, hers, his):
    assert [each["number"] for each in signed_in(anna.user).get("/orders/").data] == ["BR-1"]


def test_owner(anna, bruno):
    signed_in(anna.user).post("/orders/", {"customer": bruno.pk, "note": "a"})
    assert [each.customer for each in Order.objects.all()] == [anna]
