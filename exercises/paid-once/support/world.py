"""Orders to be paid, events as the provider sends them, and a booking that breaks."""

import hashlib
import hmac
import json
import time

from django.conf import settings
from payments.models import Payment
from shop.models import Order


def orders():
    names = ("first", "second", "third", "fourth")
    found = Order.objects.order_by("pk")[:4]
    Order.objects.update(status=Order.Status.DRAFT)
    return {name: order.number for name, order in zip(names, found)}


def event(
    id,
    order,
    type="payment.succeeded",
    amount="12.50",
    age=0,
    secret=None,
    indent=None,
    swap=None,
    later=0,
    header=None,
):
    data = {"order": order, "amount": amount} if order else {"name": "Zoë"}
    body = json.dumps({"id": id, "type": type, "data": data}, indent=indent, ensure_ascii=False)
    sent_at = int(time.time()) - age
    key = (secret or settings.WEBHOOK_SECRET).encode()
    signature = hmac.new(key, f"{sent_at}.{body}".encode(), hashlib.sha256).hexdigest()
    if swap:
        body = body.replace(*swap)
    if header is None:
        header = f"t={sent_at + later},v1={signature}"
    return {"body": body, "content_type": "application/json", "headers": {"X-Signature": header}}


def payments():
    rows = Payment.objects.order_by("pk").values_list("order__number", "amount", "order__status")
    return [[number, str(amount), status] for number, amount, status in rows]


def crash_once():
    save = Order.save

    def broken(self, *args, **kwargs):
        Order.save = save
        raise RuntimeError("the connection was lost")

    Order.save = broken
