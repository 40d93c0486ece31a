import hashlib
import hmac
import json

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from payments.services import record_payment


def is_signed(request):
    header = request.headers.get("X-Signature", "")
    sent_at, signature = header.split(",")
    message = sent_at.removeprefix("t=").encode() + b"." + request.body
    expected = hmac.new(settings.WEBHOOK_SECRET.encode(), message, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature.removeprefix("v1="))


@csrf_exempt
def payments_webhook(request):
    if not is_signed(request):
        return HttpResponse(status=400)
    event = json.loads(request.body)
    if event["type"] == "payment.succeeded":
        record_payment(event["data"]["order"], event["data"]["amount"])
    return HttpResponse(status=200)
