"""Writes down what is asked of Django's caches: by wrapping their classes, before a submission runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT

type Event = dict[str, Any]

_MISSING = object()


class CacheLog:
    """The operations on all caches of the settings, each with its key, and whether it was a hit."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        # Called before and after each operation.
        self.before: Callable[[str, str], None] = lambda _operation, _key: None
        self.after: Callable[[], None] = lambda: None
        # Who asks, where it matters.
        self.who: Callable[[], str] = str
        self._inside = False

    def install(self) -> None:
        """Wrap the classes of the caches; operations that one makes by way of another count once."""
        kinds = {type(caches[alias]) for alias in caches.settings}
        for kind in kinds:
            wrapped: dict[str, Callable[..., Any]] = {
                "get": self._getting,
                "get_many": self._getting_many,
                "set": self._storing,
                "add": self._storing,
                "set_many": self._storing_many,
                **dict.fromkeys(
                    ("delete", "touch", "incr", "decr", "has_key", "incr_version"), self._plain
                ),
                **dict.fromkeys(("delete_many", "delete_pattern", "clear"), self._plain),
            }
            for name, wrap in wrapped.items():
                if original := getattr(kind, name, None):
                    setattr(kind, name, self._once(name, original, wrap(name, original)))
        self._watch_locks()

    def take(self) -> list[Event]:
        """What was written down since the last time."""
        events, self.events = self.events, []
        return events

    def _once(
        self, name: str, original: Callable[..., Any], recorded: Callable[..., Any]
    ) -> Callable[..., Any]:
        def outermost(cache: Any, *args: Any, **kwargs: Any) -> Any:
            if self._inside:
                return original(cache, *args, **kwargs)
            self.before(name, str(args[0]) if args else "")
            self._inside = True
            try:
                return recorded(cache, *args, **kwargs)
            finally:
                self._inside = False
                self.after()

        return outermost

    def _write(self, cache: Any, operation: str, key: Any, **more: Any) -> Event:
        event = {
            "operation": operation,
            "key": str(key),
            "alias": _alias(cache),
            "who": self.who(),
            **more,
        }
        self.events.append(event)
        return event

    def _getting(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def get(cache: Any, key: Any, default: Any = None, *args: Any, **kwargs: Any) -> Any:
            value = original(cache, key, _MISSING, *args, **kwargs)
            self._write(cache, name, key, hit=value is not _MISSING)
            return default if value is _MISSING else value

        return get

    def _getting_many(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def get_many(cache: Any, keys: Any, *args: Any, **kwargs: Any) -> Any:
            wanted = list(keys)
            found = original(cache, wanted, *args, **kwargs)
            for key in wanted:
                self._write(cache, "get", key, hit=key in found)
            return found

        return get_many

    def _storing(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def store(
            cache: Any,
            key: Any,
            value: Any,
            timeout: Any = DEFAULT_TIMEOUT,
            *args: Any,
            **rest: Any,
        ) -> Any:
            done = original(cache, key, value, timeout, *args, **rest)
            self._write(cache, name, key, ttl=_seconds(cache, timeout), stored=done is not False)
            return done

        return store

    def _storing_many(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def store_many(cache: Any, data: Any, timeout: Any = DEFAULT_TIMEOUT, *rest: Any) -> Any:
            for key in data:
                self._write(cache, "set", key, ttl=_seconds(cache, timeout), stored=True)
            return original(cache, data, timeout, *rest)

        return store_many

    def _plain(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def other(cache: Any, *args: Any, **kwargs: Any) -> Any:
            self._write(cache, name, args[0] if args else kwargs.get("key", ""))
            return original(cache, *args, **kwargs)

        return other

    def _watch_locks(self) -> None:
        """Redis has locks of its own, which go past the cache."""
        try:
            from redis.lock import Lock
        except ImportError:
            return
        take: Callable[..., Any] = Lock.do_acquire
        release: Callable[..., Any] = Lock.do_release

        def do_acquire(lock: Any, token: str) -> bool:
            self.before("lock", lock.name)
            got: bool = take(lock, token)
            self.events.append(
                {
                    "operation": "lock",
                    "key": str(lock.name),
                    "alias": "default",
                    "who": self.who(),
                    "ttl": lock.timeout,
                    "stored": got,
                }
            )
            self.after()
            return got

        def do_release(lock: Any, expected: Any) -> None:
            self.before("unlock", lock.name)
            about = {"key": str(lock.name), "alias": "default", "who": self.who()}
            self.events.append({"operation": "unlock", **about})
            release(lock, expected)
            self.after()

        lock_class: Any = Lock
        lock_class.do_acquire, lock_class.do_release = do_acquire, do_release


def _alias(cache: Any) -> str:
    return next((alias for alias in caches.settings if caches[alias] is cache), "default")


def _seconds(cache: Any, timeout: Any) -> float | None:
    """For how long; None is forever."""
    seconds = cache.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
    return None if seconds is None else float(seconds)
