from datetime import UTC, datetime

import pytest
from django.test import Client
from shop.models import Customer, Order, User

TODAY = datetime(2026, 6, 1, tzinfo=UTC)


def a_customer(name):
    user = User.objects.create(username=name, email=f"{name}@example.com")
    return Customer.objects.create(user=user, name=name, joined_at=TODAY)


def an_order(customer, number):
    return Order.objects.create(number=number, customer=customer, placed_at=TODAY)


def signed_in(user):
    client = Client()
    client.force_login(user)
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


@pytest.fixture
def stella(db):
    return User.objects.create(username="stella", email="s@example.com", is_staff=True)


def ids(response):
    assert response.status_code == 200
    return [each["id"] for each in response.data]


def test_a_customer_lists_exactly_their_orders(anna, bruno, hers, his):
    assert ids(signed_in(anna.user).get("/orders/")) == [hers.pk]
    assert ids(signed_in(bruno.user).get("/orders/")) == [his.pk]


@pytest.mark.parametrize("method", ["get", "patch", "put"])
def test_the_orders_of_others_do_not_exist(anna, his, method):
    response = getattr(signed_in(anna.user), method)(
        f"/orders/{his.pk}/", {"note": "Mine"}, content_type="application/json"
    )
    assert response.status_code == 404
    his.refresh_from_db()
    assert his.note == ""


def test_a_customer_reads_and_changes_their_order(anna, hers):
    client = signed_in(anna.user)
    assert client.get(f"/orders/{hers.pk}/").data["number"] == hers.number
    assert (
        client.patch(
            f"/orders/{hers.pk}/", {"note": "Ring"}, content_type="application/json"
        ).status_code
        == 200
    )
    hers.refresh_from_db()
    assert hers.note == "Ring"


def test_a_new_order_belongs_to_who_makes_it(anna, bruno):
    response = signed_in(anna.user).post("/orders/", {"customer": bruno.pk, "note": "Hello"})
    assert response.status_code == 201
    assert Order.objects.get(pk=response.data["id"]).customer == anna


@pytest.mark.parametrize("path", ["/orders/", "/orders/{}/"])
@pytest.mark.parametrize("method", ["get", "post", "patch"])
def test_nobody_gets_in_without_signing_in(hers, path, method):
    response = getattr(Client(), method)(path.format(hers.pk))
    assert response.status_code == 403


def test_staff_read_all_and_change_nothing(stella, hers, his):
    client = signed_in(stella)
    assert ids(client.get("/orders/")) == [hers.pk, his.pk]
    assert client.get(f"/orders/{his.pk}/").status_code == 200
    assert client.patch(f"/orders/{his.pk}/", {"note": "Hm"}).status_code == 403


def test_orders_are_not_deleted(anna, hers):
    assert signed_in(anna.user).delete(f"/orders/{hers.pk}/").status_code == 405
    assert Order.objects.filter(pk=hers.pk).exists()
