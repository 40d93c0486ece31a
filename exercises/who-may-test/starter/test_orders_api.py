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


def test_list(anna, hers, his):
    response = signed_in(anna.user).get("/orders/")
    ids = [each["id"] for each in response.data]
    assert str(his.pk) not in ids


def test_detail(anna, his):
    response = signed_in(anna.user).get(f"/orders/{his.pk}/")
    assert response.status_code != 500


def test_create(anna):
    response = signed_in(anna.user).post("/orders/", {"note": "Hello"})
    assert response.status_code == 201
