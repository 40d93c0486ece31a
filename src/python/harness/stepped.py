"""A probe in steps: calls, visits, writes and waits, one after the other, in one interpreter."""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from django.db import connection, transaction

from . import database, project
from .moving_time import MovingTime
from .plain import NotPlain, Sequence, plain
from .probing import Watched, open_with_files, reseed
from .report import LearnerError
from .request import ProbeRequest, Seed

type Step = dict[str, Any]


class Stepped(Watched):
    """Claims the value of each step, and facts about each: its queries, and what a kind adds.

    `params`: steps, counted (functions of the author's, `module:function`), size, number.
    """

    def __init__(self, request: ProbeRequest, saved: bytes) -> None:
        super().__init__(request, self._walk)
        self.time = MovingTime()
        self.calls: dict[str, int] = {}
        self._steps: list[Step] = request.probe.params["steps"]
        self._number: int = request.probe.params["number"]
        self._saved = saved
        # Its own name for it: learner code may replace what a module holds.
        self._load = database.load
        self._values: list[Any] = []
        self._told: list[dict[str, Any]] = []
        self._headers: dict[str, str] = {}
        self._visitors: dict[str | None, Any] = {}
        self._code = {
            file: compile(text, f"<{file}>", "exec")
            for file, text in request.support.items()
            if file.endswith(".py")
        }
        self._modules: dict[str, ModuleType] = {}
        self.time.install()
        for target in request.probe.params.get("counted", []):
            self._count(target)
        # The submission's own are not among them yet.
        self._kept = frozenset(sys.modules)

    def _copy(self) -> None:
        try:
            self._walk()
        except NotPlain as reason:
            self._odd = str(reason)
        self._value = Sequence("list", tuple(self._values))

    def facts(self) -> dict[str, Any]:
        return {"steps": self._told}

    def _walk(self) -> None:
        # As a server does it: what is computed when imported sees an empty database.
        for step in self._steps:
            if step["do"] in ("call", "write", "together"):
                importlib.import_module(step["call"]["module"])
        self._load(self._saved)
        self.tell()
        # What is drawn, such as the jitter of retries, is drawn alike each time.
        random.seed(self._number)
        for step in self._steps:
            self.calls = dict.fromkeys(self.calls, 0)
            self._headers = {}
            self.time.slept = 0.0
            if step["do"] == "visit":
                # Signing in is no part of the visit.
                self._visitor(step["who"])
                self.tell()
            with _counting() as queries:
                value = self.carry_out(step)
            self._values.append(value)
            told: dict[str, Any] = {
                "queries": len(queries),
                "calls": self.calls,
                "headers": self._headers,
                "slept": self.time.slept,
            }
            self._told.append(told | self.tell())

    def tell(self) -> dict[str, Any]:
        """What a kind of probe has to say of the step that has just been carried out."""
        return {}

    def carry_out(self, step: Step) -> Any:
        """Do one step, and copy its value; a kind of probe adds its own."""
        match step["do"]:
            case "call":
                return self.call(step["call"], rolled_back=step.get("rolled_back", False))
            case "visit":
                return plain(self._visit(step))
            case "script":
                return plain(self._script(step))
            case "restart":
                return project.forget_modules(self._kept)
            case "wait":
                return self.time.pass_by(step["seconds"])
            case other:
                raise ValueError(f"no step is called {other!r}")

    def call(self, call: dict[str, Any], *, rolled_back: bool = False) -> Any:
        """Call a function of the learner's; afterwards undo what it wrote, as a failed caller does."""
        function = getattr(importlib.import_module(call["module"]), call["function"])
        if not rolled_back:
            return plain(function(*call["args"], **call["kwargs"]))
        with transaction.atomic():
            value = plain(function(*call["args"], **call["kwargs"]))
            transaction.set_rollback(True)
        return value

    def _visit(self, step: Step) -> Any:
        response = self._visitor(step["who"]).get(step["path"])
        self._headers = dict(response.headers.items())
        # Layout is nobody's business.
        words = response.content.decode(errors="replace").split()
        return {
            "status": response.status_code,
            "location": response.headers.get("Location", ""),
            "text": " ".join(words),
        }

    def _visitor(self, who: str | None) -> Any:
        from django.contrib.auth import get_user_model
        from django.test import Client

        if who not in self._visitors:
            client = Client()
            if who is not None:
                users: Any = get_user_model().objects
                client.force_login(users.get_by_natural_key(who))
            self._visitors[who] = client
        return self._visitors[who]

    def _script(self, step: Step) -> Any:
        file = step["file"]
        if file not in self._modules:
            self._modules[file] = ModuleType("support")
            exec(self._code[file], vars(self._modules[file]))
        return getattr(self._modules[file], step["function"])(**step["params"])

    def _count(self, target: str) -> None:
        """Count the calls of an author's function, before the submission can get hold of it."""
        module, _, name = target.partition(":")
        owner = importlib.import_module(module)
        original: Callable[..., Any] = getattr(owner, name)
        self.calls[target] = 0

        def counted(*args: Any, **kwargs: Any) -> Any:
            self.calls[target] += 1
            self.called(target)
            return original(*args, **kwargs)

        setattr(owner, name, counted)

    def called(self, target: str) -> None:
        """A counted function is about to run."""


def saved_data(request: ProbeRequest) -> bytes | LearnerError:
    """Open the project; its data for this probe, with an empty database left behind."""
    if error := open_with_files(request):
        return error
    seed = Seed(request.probe.params["size"], request.probe.params["number"])
    empty = reseed(request, seed)
    saved = database.save()
    database.load(empty)
    return saved


@contextmanager
def _counting() -> Generator[list[str]]:
    queries: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        queries.append(sql[:40])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        try:
            yield queries
        finally:
            # The submission may have emptied the list, which leaving must find as it was.
            if count not in connection.execute_wrappers:
                connection.execute_wrappers.append(count)
