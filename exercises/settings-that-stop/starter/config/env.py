"""Read the environment, in which every value is text."""

import os


def text(name):
    return os.environ.get(name)


def flag(name, default):
    return bool(os.environ.get(name, default))


def words(name):
    return os.environ.get(name, "").split(",")


def load(path):
    """Add what a .env file says to the environment; what is there already wins."""
    for line in path.read_text().splitlines():
        name, separator, value = line.strip().partition("=")
        if separator and not name.startswith("#"):
            os.environ.setdefault(name, value)
