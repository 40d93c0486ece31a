"""What a restored snapshot must not share with other restores of it, and what the platform lacks."""

from __future__ import annotations

import logging
import os
import random
import sys
import tempfile
import time
import uuid

from . import event_loop, new_connections, password_hashing

# Deep enough for Django (107 frames in its deepest ways), shallow enough that runaway recursion ends in
# a RecursionError before it overflows the stack of the JavaScript engine and kills the interpreter. At
# 400 a `__repr__` that calls itself still did, once in a few runs of the whole browser suite.
RECURSION_LIMIT = 260

ENVIRONMENT = {"HOME": "/home", "LANG": "en_US.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"}


def renew() -> None:
    """Bring a just booted or restored interpreter up to date.

    `secrets`, `uuid4` and `get_random_string` read the browser's entropy on each call, and need nothing.
    The seed of `hash()` stays that of the snapshot: it cannot be changed in a running interpreter, and
    keeps the order of sets the same from run to run.
    """
    random.seed(os.urandom(32))
    # Names of temporary files come from a generator of their own.
    tempfile._name_sequence = None  # type: ignore[attr-defined]
    # Time-based UUIDs count on from the last one made.
    for name in ("_last_timestamp", "_last_timestamp_v6", "_last_timestamp_v7", "_last_counter_v7"):
        setattr(uuid, name, None)
    uuid._node = None  # type: ignore[attr-defined]
    logging._startTime = time.time_ns()  # type: ignore[attr-defined]
    os.environ.update(ENVIRONMENT)
    sys.dont_write_bytecode = True
    sys.setrecursionlimit(RECURSION_LIMIT)
    password_hashing.install()
    new_connections.install()
    event_loop.install()
