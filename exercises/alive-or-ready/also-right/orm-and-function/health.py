import logging

from django.db import Error
from django.http import HttpResponse
from django.shortcuts import redirect
from shop.models import Tag

log = logging.getLogger("health")


def health(request):
    return redirect("/readyz")


def livez():
    return HttpResponse(b"", headers={"Cache-Control": "no-store"})


def readyz():
    try:
        Tag.objects.exists()
        response = HttpResponse(b"yes")
    except Error as error:
        log.warning("not ready: %s", error)
        response = HttpResponse(b"no", status=503)
    response["Cache-Control"] = "no-store"
    return response


def HealthMiddleware(get_response):
    own = {"/livez": livez, "/readyz": readyz}

    def middleware(request):
        answer = own.get(request.path)
        return answer() if answer else get_response(request)

    return middleware
