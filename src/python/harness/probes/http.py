"""Send requests to the submission, one after another, through Django's own test client.

The client, the author's functions and the visitors are made before the submission is imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from json import JSONEncoder
from time import perf_counter
from types import ModuleType
from typing import Any

from django.contrib.auth import get_user_model
from django.test import client as django_client

from ..answers import MAX_TEXT, answer_of, error_of, found_in
from ..probing import Performance, Refused, Watched, open_with_files, reseed
from ..project import ProjectError
from ..request import Files, ProbeRequest, Seed

# Made here, once: learner code may replace the functions of `json`.
_encode = JSONEncoder().encode
_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class Missing(Exception):
    """A request needs a name that no earlier answer gave."""


class Scenario(Watched):
    """Claims, for each step, what was answered and how many queries it took."""

    def __init__(self, request: ProbeRequest) -> None:
        super().__init__(request, self._play)
        self._sources = {**request.project.files, **request.files}
        self._steps: list[dict[str, Any]] = request.probe.params["steps"]
        self._authors = _Authors(request.support, request.probe.params["authors"])
        # What `{name}` stands for in paths, bodies and headers.
        self._names: dict[str, Any] = {}
        if setup := request.probe.params["setup"]:
            self._names.update(self._authors.call(setup, {}) or {})
        visitors = request.probe.params["visitors"]
        self._clients = [_Visitor(each, self._fill) for each in visitors]

    def facts(self) -> dict[str, Any]:
        return {"names": self._names}

    def _play(self) -> list[dict[str, Any]]:
        for each in self._clients:
            each.sign_in()
        return [self._take(step) for step in self._steps]

    def _take(self, step: dict[str, Any]) -> dict[str, Any]:
        recorder = self.trial._recorder
        assert recorder is not None
        before, started = recorder.count, perf_counter()
        try:
            step = self._fill(step)
            told = self._call(step) if step["do"] == "call" else self._send(step)
        except Missing as reason:
            told = {"missing": str(reason)}
        ms = round((perf_counter() - started) * 1000, 3)
        return {**told, "queries": recorder.count - before, "ms": ms}

    def _call(self, step: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"value": self._authors.call(step["function"], step["params"])}
        except Exception as error:
            return {"value": None, "error": error_of(error, self._sources)}

    def _send(self, step: dict[str, Any]) -> dict[str, Any]:
        if made := step["made"]:
            step = {**step, **self._authors.call(made["function"], made["params"])}
        told: dict[str, Any] = {"path": step["path"], "sent": _sent(step)}
        try:
            response = self._clients[step["visitor"]].send(step)
            told |= answer_of(response)
            raised = response.exc_info[1] if response.exc_info else None
        except BaseException as error:
            # Whatever the submission raises is its answer, `SystemExit` among it.
            raised = error
        if raised is not None:
            told["error"] = error_of(raised, self._sources)
        for name, where in step["keep"].items():
            if (found := found_in(told, where)) is not None:
                self._names[name] = found
        return told

    def _fill(self, value: Any) -> Any:
        """The value with its `{name}`s filled in; one that stands alone keeps its type."""
        if isinstance(value, str):
            if whole := _PLACEHOLDER.fullmatch(value):
                return self._name(whole[1])
            return _PLACEHOLDER.sub(lambda match: str(self._name(match[1])), value)
        if isinstance(value, Mapping):
            return {key: self._fill(each) for key, each in value.items()}
        return [self._fill(each) for each in value] if isinstance(value, list) else value

    def _name(self, name: str) -> Any:
        if name not in self._names:
            raise Missing(name)
        return self._names[name]


class _Authors:
    """The author's functions, `file.py:function`, from files that are never written anywhere."""

    def __init__(self, support: Files, functions: list[str]) -> None:
        self._modules: dict[str, ModuleType] = {}
        for file in {each.partition(":")[0] for each in functions}:
            module = self._modules[file] = ModuleType(file.removesuffix(".py"))
            exec(compile(support[file], f"<{file}>", "exec"), vars(module))

    def call(self, function: str, params: dict[str, Any]) -> Any:
        file, _, name = function.partition(":")
        return getattr(self._modules[file], name)(**params)


class _Visitor:
    """A browser of its own: cookies, and who is signed in with it."""

    def __init__(self, about: dict[str, Any], fill: Callable[[Any], Any]) -> None:
        self._user: Any = None
        self._forced: bool = about["api"]
        if about["username"] is not None:
            users: Any = get_user_model()
            name = fill(about["username"])
            try:
                self._user = users._default_manager.get_by_natural_key(name)
            except users.DoesNotExist as error:
                raise ProjectError(f"there is no user {name!r} to send requests") from error
        if self._forced:
            from rest_framework.test import APIClient

            kind: Any = APIClient
        else:
            kind = django_client.Client
        self._client: Any = _kept(kind)(
            enforce_csrf_checks=about["csrf"], raise_request_exception=False
        )
        self._client.handler.__class__ = _kept(type(self._client.handler))

    def sign_in(self) -> None:
        """As the user, without a password."""
        if self._user is None:
            return
        if self._forced:
            self._client.force_authenticate(self._user)
        else:
            self._client.force_login(self._user)

    def send(self, step: dict[str, Any]) -> Any:
        """Send one request, and return Django's response."""
        body, content_type = _body_of(step)
        extra = {"REMOTE_ADDR": step["address"]} if step["address"] else {}
        return self._client.generic(
            step["method"],
            step["path"],
            body,
            content_type or "application/octet-stream",
            secure=step["secure"],
            headers=step["headers"],
            **extra,
        )


def _body_of(step: dict[str, Any]) -> tuple[str, str]:
    """What is sent, and the type of it, empty where nobody named one."""
    content_type = step["content_type"] or ""
    if step["json"] is not None:
        return _encode(step["json"]), content_type or "application/json"
    if step["form"] is not None:
        return _urlencoded(step["form"]), "application/x-www-form-urlencoded"
    return step["body"] or "", content_type


def _sent(step: dict[str, Any]) -> dict[str, Any]:
    """The request as it is shown."""
    body, content_type = _body_of(step)
    headers = {"content-type": content_type} if content_type else {}
    return {"headers": headers | step["headers"], "body": body[:MAX_TEXT]}


def _urlencoded(form: dict[str, Any]) -> str:
    from urllib.parse import urlencode

    return urlencode(form, doseq=True)


def _kept(kind: type) -> type:
    """A class of its own with what `kind` consists of now: a later patch of `kind` does not reach it."""
    parts: dict[str, Any] = {}
    for each in reversed(kind.__mro__[:-1]):
        parts.update(vars(each))
    for name in ("__dict__", "__weakref__"):
        parts.pop(name, None)
    return type(kind.__name__, (kind,), parts)


def arrange(request: ProbeRequest) -> Performance:
    """`params`: steps, visitors, setup (`file.py:function` or null), authors, seed ([size, number])."""
    if error := open_with_files(request):
        return Refused(request, error)
    reseed(request, Seed(*request.probe.params["seed"]))
    return Scenario(request)
