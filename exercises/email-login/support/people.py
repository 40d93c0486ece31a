"""Makes people as the help desk would."""

import os

from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command


def people(**passwords):
    """What came of making a person and a superuser, each with what it raised."""
    return {
        name: _tried(make, f"{name}@example.com", passwords[name])
        for name, make in (("eve", _person), ("root", _superuser))
    }


def _tried(make, email, password):
    try:
        make(email, password)
        user = get_user_model().objects.get(email=email)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    return {
        "error": None,
        "hashed": password not in user.password,
        "signs in": authenticate(username=email, password=password) == user,
        "is_staff": user.is_staff,
        "is_superuser": user.is_superuser,
    }


def _person(email, password):
    get_user_model().objects.create_user(email=email, password=password)


def _superuser(email, password):
    os.environ["DJANGO_SUPERUSER_PASSWORD"] = password
    call_command("createsuperuser", email=email, interactive=False, verbosity=0)
