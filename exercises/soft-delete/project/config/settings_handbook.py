"""The shop with its handbook."""

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS as SHOP

INSTALLED_APPS = [*SHOP, "handbook"]
