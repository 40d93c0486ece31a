"""Makes people as the help desk would."""

import os

from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command


def _told(user, password):
    return {
        "email": user.email,
        "password": user.password != password and user.check_password(password),
        "signs in": authenticate(username=user.email, password=password) == user,
        "is_staff": user.is_staff,
        "is_superuser": user.is_superuser,
    }


def person(email, password):
    user = get_user_model().objects.create_user(email=email, password=password)
    user.refresh_from_db()
    return _told(user, password)


def superuser(email, password):
    os.environ["DJANGO_SUPERUSER_PASSWORD"] = password
    call_command("createsuperuser", email=email, interactive=False, verbosity=0)
    return _told(get_user_model().objects.get(email=email), password)
