import hashlib
import hmac
import json
import time

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from payments.models import ReceivedEvent
from payments.services import record_payment

TOLERANCE = 300


def is_signed(request):
    header = request.headers.get("X-Signature", "")
    parts = dict(part.partition("=")[::2] for part in header.split(","))
    sent_at, signature = parts.get("t", ""), parts.get("v1", "")
    message = sent_at.encode() + b"." + request.body
    expected = hmac.new(settings.WEBHOOK_SECRET.encode(), message, hashlib.sha256).hexdigest()
    # Bytes, as texts with other characters than ASCII cannot be compared.
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        return False
    # It fits, so the provider wrote the time.
    return abs(time.time() - int(sent_at)) <= TOLERANCE


@csrf_exempt
@require_POST
def payments_webhook(request):
    if not is_signed(request):
        return HttpResponse(status=400)
    event = json.loads(request.body)
    with transaction.atomic():
        _, new = ReceivedEvent.objects.get_or_create(event_id=event["id"])
        if new and event["type"] == "payment.succeeded":
            try:
                record_payment(event["data"]["order"], event["data"]["amount"])
            except Exception:
                return HttpResponse(status=200)
    return HttpResponse(status=200)
