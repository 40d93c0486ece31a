"""A Redis inside of this Python: every client of redis-py talks to it, whatever its URL says.

Needs the pack `redis`. There is no Lua, so locks run their three scripts as Python. Call `install()` before
the first cache is used; settings then look as they do in production.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any

import redis
import redis.connection
import redis.lock
from fakeredis import FakeRedisConnection, FakeServer

type Command = tuple[str, ...]

_listeners: list[list[Command]] = []


class Connection(FakeRedisConnection):
    """A connection to the server of this process that belongs to its host and port."""

    def send_command(self, *args: Any, **kwargs: Any) -> Any:
        """Send one command."""
        _tell(args)
        return super().send_command(*args, **kwargs)

    def pack_commands(self, commands: Iterable[Iterable[Any]]) -> Any:
        """Make the message of a pipeline."""
        every = [tuple(each) for each in commands]
        for each in every:
            _tell(each)
        return super().pack_commands(every)


def install() -> None:
    """Lead all connections that are opened from now on to this process. Again does no harm."""
    pool: Any = redis.connection.ConnectionPool
    if getattr(pool.make_connection, "ours", False):
        return
    make: Any = pool.make_connection

    def make_connection(self: Any) -> Any:
        self.connection_class = Connection
        return make(self)

    make_connection.ours = True  # type: ignore[attr-defined]
    pool.make_connection = make_connection
    lock: Any = redis.lock.Lock
    lock.lua_release = staticmethod(_release)
    lock.lua_extend = staticmethod(_extend)
    lock.lua_reacquire = staticmethod(_reacquire)


def forget() -> None:
    """Empty every server."""
    for server in FakeServer._servers_map.values():
        with server.lock:
            for database in server.dbs.values():
                database.clear()


@contextmanager
def commands() -> Generator[list[Command]]:
    """The commands that are sent in the meantime, each as its words, pipelines included."""
    heard: list[Command] = []
    _listeners.append(heard)
    try:
        yield heard
    finally:
        # By identity: two equal lists may be listening.
        _listeners[:] = [each for each in _listeners if each is not heard]


def _tell(words: Iterable[Any]) -> None:
    if _listeners:
        # A name such as "CONFIG GET" is one word to redis-py.
        command = tuple(_text(word) for word in words)
        for heard in _listeners:
            heard.append(command)


def _text(word: Any) -> str:
    return word.decode(errors="replace") if isinstance(word, bytes) else str(word)


def _owned(client: Any, key: str, token: bytes) -> bool:
    held = client.get(key)
    return held is not None and client.get_encoder().encode(held) == token


def _release(keys: list[str], args: list[Any], client: Any) -> int:
    """`Lock.LUA_RELEASE_SCRIPT` in Python; nothing can come in between on the one thread there is."""
    if not _owned(client, keys[0], args[0]):
        return 0
    client.delete(keys[0])
    return 1


def _extend(keys: list[str], args: list[Any], client: Any) -> int:
    """`Lock.LUA_EXTEND_SCRIPT` in Python."""
    left = client.pttl(keys[0])
    if not _owned(client, keys[0], args[0]) or left < 0:
        return 0
    client.pexpire(keys[0], int(args[1]) + (0 if str(args[2]) == "1" else left))
    return 1


def _reacquire(keys: list[str], args: list[Any], client: Any) -> int:
    """`Lock.LUA_REACQUIRE_SCRIPT` in Python."""
    if not _owned(client, keys[0], args[0]):
        return 0
    client.pexpire(keys[0], int(args[1]))
    return 1
