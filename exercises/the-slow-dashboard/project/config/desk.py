"""The shop's settings, with the order desk and REST framework."""

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "rest_framework"]

ROOT_URLCONF = "urls"

# The accountants are in Berlin: their days and months begin there. Pages show times in UTC.
BOOKS_ZONE = "Europe/Berlin"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "PAGE_SIZE": 25,
    "UNAUTHENTICATED_USER": None,
}
