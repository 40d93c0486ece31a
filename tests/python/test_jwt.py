# packs: jwt admin
"""Tokens of djangorestframework-simplejwt, signed with HS256."""

import sys
from datetime import timedelta
from types import ModuleType
from typing import Any

import jwt
import pytest


@pytest.fixture(scope="module")
def client() -> Any:
    import django
    from django.conf import settings

    from harness import renew

    renew()
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            *("django.contrib.contenttypes", "django.contrib.auth", "rest_framework"),
            "rest_framework_simplejwt.token_blacklist",
        ],
        REST_FRAMEWORK={
            "DEFAULT_AUTHENTICATION_CLASSES": [
                "rest_framework_simplejwt.authentication.JWTAuthentication"
            ],
            "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
        },
        SIMPLE_JWT={
            "ACCESS_TOKEN_LIFETIME": timedelta(minutes=5),
            "ROTATE_REFRESH_TOKENS": True,
            "BLACKLIST_AFTER_ROTATION": True,
        },
        ROOT_URLCONF="jwt_urls",
        ALLOWED_HOSTS=["*"],
        SECRET_KEY="a key that is long enough for HS256 to be content",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        USE_TZ=True,
    )
    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.urls import path
    from rest_framework.decorators import api_view
    from rest_framework.response import Response
    from rest_framework.test import APIClient
    from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

    @api_view()
    def me(request: Any) -> Response:
        return Response(request.user.username)

    urls: Any = ModuleType("jwt_urls")
    urls.urlpatterns = [
        path("token/", TokenObtainPairView.as_view()),
        path("refresh/", TokenRefreshView.as_view()),
        path("me/", me),
    ]
    sys.modules["jwt_urls"] = urls
    call_command("migrate", verbosity=0)
    get_user_model().objects.create_user("ada", password="correct horse")
    return APIClient()


def pair(client: Any) -> dict[str, str]:
    answer = client.post("/token/", {"username": "ada", "password": "correct horse"})
    assert answer.status_code == 200
    return answer.json()


def test_a_token_opens_the_view(client: Any) -> None:
    access = pair(client)["access"]
    assert jwt.get_unverified_header(access)["alg"] == "HS256"
    answer = client.get("/me/", headers={"Authorization": f"Bearer {access}"})
    assert (answer.status_code, answer.json()) == (200, "ada")
    assert client.get("/me/").status_code == 401
    head, body, _ = access.split(".")
    forged = f"{head}.{body}.{'A' * 43}"
    assert client.get("/me/", headers={"Authorization": f"Bearer {forged}"}).status_code == 401
    assert client.post("/token/", {"username": "ada", "password": "no"}).status_code == 401


def test_an_expired_token_does_not(client: Any) -> None:
    from rest_framework_simplejwt.tokens import AccessToken

    token = AccessToken(pair(client)["access"])
    token.set_exp(lifetime=timedelta(seconds=-1))
    answer = client.get("/me/", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    assert answer.json()["code"] == "token_not_valid"


def test_a_refresh_token_is_rotated_and_blacklisted(client: Any) -> None:
    refresh = pair(client)["refresh"]
    first = client.post("/refresh/", {"refresh": refresh})
    assert first.status_code == 200
    assert first.json()["refresh"] != refresh
    assert client.post("/refresh/", {"refresh": refresh}).status_code == 401
    assert client.post("/refresh/", {"refresh": first.json()["refresh"]}).status_code == 200


def test_what_needs_cryptography_says_so() -> None:
    with pytest.raises(NotImplementedError, match="RS256"):
        jwt.encode({}, "key", algorithm="RS256")
