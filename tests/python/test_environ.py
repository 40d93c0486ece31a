# packs: environ
"""django-environ: settings from the environment."""

from pathlib import Path

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured


def test_values_get_their_types(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "DEBUG": "off",
        "HOSTS": "a.example,b.example",
        "DATABASE_URL": "postgres://ada:s%40crt@db.internal:5432/shop?conn_max_age=60",
        "CACHE_URL": "rediscache://cache.internal:6379/1",
        "EMAIL_URL": "smtp+tls://u:p@mail.internal:587",
    }.items():
        monkeypatch.setenv(name, value)
    env = environ.Env(DEBUG=(bool, True), WORKERS=(int, 3))
    assert env("DEBUG") is False
    assert env("WORKERS") == 3
    assert env.list("HOSTS") == ["a.example", "b.example"]
    database = env.db()
    assert (database["ENGINE"], database["PASSWORD"]) == ("django.db.backends.postgresql", "s@crt")
    assert env.cache()["LOCATION"] == "redis://cache.internal:6379/1"
    assert env.email_url()["EMAIL_USE_TLS"] is True


def test_what_is_missing_is_said() -> None:
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        environ.Env()("SECRET_KEY")


def test_a_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEPT", "outside")
    monkeypatch.delenv("TOKEN", raising=False)
    file = tmp_path / ".env"
    file.write_text("TOKEN='a b'\nKEPT=file\n")
    environ.Env.read_env(file)
    env = environ.Env()
    assert (env("TOKEN"), env("KEPT")) == ("a b", "outside")
    monkeypatch.delenv("TOKEN")
