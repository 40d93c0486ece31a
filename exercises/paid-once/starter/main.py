import hashlib
import hmac
import json
import time

from django.conf import settings
from django.test import Client
from payments.models import Payment
from shop.models import Order


def send(event, age=0):
    body = json.dumps(event)
    sent_at = int(time.time()) - age
    message = f"{sent_at}.{body}".encode()
    signature = hmac.new(settings.WEBHOOK_SECRET.encode(), message, hashlib.sha256).hexdigest()
    headers = {"X-Signature": f"t={sent_at},v1={signature}"}
    response = Client().post(
        "/webhooks/payments/", body, content_type="application/json", headers=headers
    )
    print(event["id"], f"{age} s old ->", response.status_code, "| payments:", Payment.objects.count())


order = Order.objects.first()
event = {"id": "evt_1", "type": "payment.succeeded"}
event["data"] = {"order": order.number, "amount": "12.50"}
send(event)
send(event)
send({**event, "id": "evt_0"}, age=30 * 86400)
