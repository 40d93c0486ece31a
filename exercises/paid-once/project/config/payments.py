"""The shop's settings, with payments."""

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "payments"]

ROOT_URLCONF = "urls"
WEBHOOK_SECRET = "whsec-only-for-this-exercise"
