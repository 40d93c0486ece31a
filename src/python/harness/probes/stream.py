"""Take what a function yields, item by item, and watch how much memory is in use meanwhile."""

from __future__ import annotations

import _tracemalloc
import gc
import importlib
import tracemalloc
from collections.abc import Generator
from contextlib import contextmanager
from json import JSONEncoder, loads
from pathlib import Path
from typing import Any

from .. import database
from ..plain import NotPlain, Sequence, plain
from ..plain_json import decode, encode
from ..probing import Performance, Refused, Watched, open_with_files, reseed
from ..request import ProbeRequest, Seed

# The items wait in a file, whose contents are not Python's memory.
_FILE = "/tmp/stream.jsonl"
# Items from one look at the memory to the next.
_STRIDE = 25
_encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class Stream(Watched):
    """Claims the items as a list, and the most memory that was in use while they were handed out.

    `tracemalloc` counts it: objects, rows, texts and caches that came up since the call. Prefetched objects
    know each other in circles, so they are collected first: what nobody holds any more is not in use, and
    when Python gets round to it is nothing that the submission decides. The items are put away at once.
    """

    def __init__(self, request: ProbeRequest, saved: bytes) -> None:
        super().__init__(request, self._drain)
        self._params = request.probe.params
        self._saved = saved
        self._load = database.load
        self._start, self._stop = tracemalloc.start, tracemalloc.stop
        self._traced = tracemalloc.get_traced_memory
        self._collect = gc.collect
        self._most = 0

    def _drain(self) -> Sequence:
        params = self._params
        function = getattr(importlib.import_module(params["module"]), params["function"])
        self._load(self._saved)
        with open(_FILE, "w", encoding="utf-8") as file, _untouched():
            # What is there already need not be looked through each time.
            gc.freeze()
            self._start()
            try:
                for number, item in enumerate(function(*params["args"], **params["kwargs"])):
                    if number % _STRIDE == 0:
                        self._collect()
                        self._most = max(self._most, self._traced()[0])
                    file.write(_encode(encode(plain(item))) + "\n")
            finally:
                self._stop()
                gc.unfreeze()
        lines = Path(_FILE).read_text("utf-8").splitlines()
        return Sequence("list", tuple(decode(loads(line)) for line in lines))

    def _copy(self) -> None:
        try:
            self._value = self._drain()  # copied already, item by item
        except NotPlain as reason:
            self._odd = str(reason)

    def facts(self) -> dict[str, Any]:
        return {"memory": self._most}


@contextmanager
def _untouched() -> Generator[None]:
    """Whoever resets the counter would be seen with less than they hold: let that do nothing."""
    names = ("clear_traces", "reset_peak", "start", "stop")
    before = [(each, dict(vars(each))) for each in (tracemalloc, _tracemalloc)]
    try:
        for module, _ in before:
            vars(module).update(dict.fromkeys(names, lambda *_: None))
        yield
    finally:
        for module, own in before:
            vars(module).update(own)


def arrange(request: ProbeRequest) -> Performance:
    """`params`: module, function, args, kwargs, size, number."""
    if error := open_with_files(request):
        return Refused(request, error)
    empty = reseed(request, Seed(request.probe.params["size"], request.probe.params["number"]))
    saved = database.save()
    database.load(empty)
    return Stream(request, saved)
