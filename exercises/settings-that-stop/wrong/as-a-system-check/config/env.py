"""Read the environment, in which every value is text."""

import os

from django.core import checks

FLAGS = {"true": True, "1": True, "on": True, "false": False, "0": False, "off": False}


def text(name):
    value = os.environ.get(name, "").strip()
    if not value:

        @checks.register
        def missing(app_configs, **kwargs):
            return [checks.Error(f"Set {name} in the environment.")]

    return value


def flag(name, default):
    """True or false; a typo is neither."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value not in FLAGS:
        raise ValueError(f"{name} must be true or false.")
    return FLAGS[value]


def words(name):
    """What stands between the commas, at least one."""
    found = [word.strip() for word in text(name).split(",") if word.strip()]
    return found


def load(path):
    """Add what a .env file says to the environment; what is there already wins."""
    for line in path.read_text().splitlines():
        name, separator, value = line.strip().partition("=")
        if separator and not name.startswith("#"):
            os.environ.setdefault(name, value)
