"""Read the environment, in which every value is text."""

import os

from django.core.exceptions import ImproperlyConfigured

FLAGS = {"true": True, "1": True, "on": True, "false": False, "0": False, "off": False}


def text(name):
    """The value; whoever starts a process without it is told at once."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment.")
    return value


def flag(name, default):
    """True or false; a typo is neither."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value not in FLAGS:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(FLAGS)}.")
    return FLAGS[value]


def words(name):
    """What stands between the commas, at least one."""
    found = [word.strip() for word in text(name).split(",") if word.strip()]
    if not found:
        raise ImproperlyConfigured(f"{name} must hold at least one value.")
    return found


def load(path):
    """Add what a .env file says to the environment; what is there already wins."""
    for line in path.read_text().splitlines():
        name, separator, value = line.strip().partition("=")
        if separator and not name.startswith("#"):
            os.environ.setdefault(name, value)
