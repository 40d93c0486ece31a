# packs: redis
"""Caches, locks and the rest of Redis, against the server inside of this Python."""

import time
from typing import Any

import pytest
from django.conf import settings

from harness import redis_server

BACKENDS = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://cache.internal:6379/1",
    },
    "rich": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": "redis://:secret@cache.internal:6379/2",
        "OPTIONS": {"CLIENT_CLASS": "django_redis.client.DefaultClient"},
    },
    "secure": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "rediss://other.internal:6380/0",
    },
}


@pytest.fixture(scope="module", autouse=True)
def project() -> None:
    import django

    settings.configure(CACHES=BACKENDS, USE_TZ=True, SECRET_KEY="x")
    django.setup()
    redis_server.install()
    redis_server.install()


@pytest.fixture(autouse=True)
def empty() -> None:
    redis_server.forget()


@pytest.mark.parametrize("alias", BACKENDS)
def test_a_cache_keeps_values_for_their_time(alias: str) -> None:
    from django.core.cache import caches

    cache = caches[alias]
    assert cache.get("a") is None
    cache.set("a", {"b": [1, 2]}, timeout=100)
    cache.set("short", 1, timeout=0.05 if alias == "rich" else 1)
    assert cache.get("a") == {"b": [1, 2]}
    assert cache.add("a", 2) is False
    assert cache.incr("short") == 2
    cache.set_many({"x": 1, "y": 2})
    assert cache.get_many(["x", "y", "z"]) == {"x": 1, "y": 2}
    cache.clear()
    assert cache.get("a") is None


def test_hosts_and_databases_are_apart() -> None:
    from django.core.cache import caches

    for alias in BACKENDS:
        caches[alias].set("who", alias)
    assert [caches[alias].get("who") for alias in BACKENDS] == list(BACKENDS)
    redis_server.forget()
    assert [caches[alias].get("who") for alias in BACKENDS] == [None, None, None]


def test_values_expire() -> None:
    from django.core.cache import caches

    cache: Any = caches["rich"]
    cache.set("a", 1, timeout=60)
    assert 0 < cache.ttl("a") <= 60
    cache.pexpire("a", 30)
    time.sleep(0.05)
    assert cache.get("a") is None


def test_what_only_django_redis_has() -> None:
    from django.core.cache import caches

    cache: Any = caches["rich"]
    cache.set_many({f"menu:{n}": n for n in range(5)} | {"other": 1})
    assert sorted(cache.keys("menu:*")) == [f"menu:{n}" for n in range(5)]
    assert cache.delete_pattern("menu:*") == 5
    assert cache.get("other") == 1


def test_a_lock_excludes_and_expires() -> None:
    from django.core.cache import caches
    from redis.exceptions import LockNotOwnedError

    cache: Any = caches["rich"]
    with cache.lock("report", timeout=5) as held:
        assert cache.lock("report", blocking=False).acquire() is False
        assert held.extend(10) is True
        assert held.reacquire() is True
    assert cache.lock("report", blocking=False).acquire() is True

    late = cache.lock("late", timeout=0.02)
    assert late.acquire()
    time.sleep(0.05)
    # Somebody else has it by now, and keeps it.
    other = cache.lock("late", timeout=5)
    assert other.acquire(blocking=False)
    with pytest.raises(LockNotOwnedError):
        late.release()
    assert other.owned()


def test_extending_adds_to_what_is_left() -> None:
    import redis

    client = redis.Redis()
    lock = client.lock("a", timeout=10)
    lock.acquire()
    lock.extend(5)
    assert 14_000 < client.pttl("a") <= 15_000
    lock.extend(5, replace_ttl=True)
    assert client.pttl("a") <= 5_000
    lock.reacquire()
    assert 9_000 < client.pttl("a") <= 10_000


def test_plain_clients_pipelines_and_streams() -> None:
    import redis

    client = redis.Redis.from_url("redis://queue:6379/0", decode_responses=True)
    with client.pipeline() as pipe:
        pipe.incr("n").expire("n", 60).zadd("z", {"a": 1.5})
        assert pipe.execute() == [1, True, 1]
    client.xadd("events", {"kind": "paid"})
    assert client.xrange("events")[0][1] == {"kind": "paid"}
    channel = client.pubsub()
    channel.subscribe("news")
    client.publish("news", "hello")
    heard = [channel.get_message(timeout=0.1) for _ in range(2)]
    assert heard[1] is not None
    assert heard[1]["data"] == "hello"


def test_commands_are_heard() -> None:
    from django.core.cache import cache

    cache.get("warm")
    with redis_server.commands() as outer, redis_server.commands() as heard:
        cache.get_or_set("a", 1, 60)
        cache.set_many({"b": 1, "c": 2}, timeout=60)
    assert [command[0] for command in heard] == [
        "GET",
        "SET",
        "GET",
        "MULTI",
        "MSET",
        "EXPIRE",
        "EXPIRE",
        "EXEC",
    ]
    assert heard == outer
    assert heard[1][1] == ":1:a"
    cache.get("a")
    assert len(heard) == 8
