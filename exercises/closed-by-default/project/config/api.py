"""The shop's settings, with REST framework; what that does is in `rest.py`."""

from rest import REST_FRAMEWORK as REST_FRAMEWORK

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "rest_framework"]

ROOT_URLCONF = "urls"

# Only here: a real one takes a tenth of a second for each attempt.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
