import logging

from django.db import connection
from django.http import HttpResponse, HttpResponseNotFound

logger = logging.getLogger(__name__)


def health(request):
    return HttpResponseNotFound()


class HealthMiddleware:
    """The first of all middlewares: what it answers by itself, no other one sees."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith("/livez"):
            return self.answer("alive", 200)
        if request.path_info == "/readyz":
            return self.answer("ready", 200) if self.is_ready() else self.answer("not ready", 503)
        return self.get_response(request)

    def is_ready(self):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except Exception:
            logger.exception("The database does not answer.")
            return False
        return True

    def answer(self, text, status):
        return HttpResponse(
            text, status=status, content_type="text/plain", headers={"Cache-Control": "no-store"}
        )
