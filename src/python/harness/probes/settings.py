"""Start Django with a settings module of the learner's, in an environment of its own."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable
from pathlib import PurePath
from time import perf_counter
from typing import Any

import django
from django.conf import settings
from django.core.checks import CheckMessage, run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test.client import Client
from django.utils.functional import Promise

from .. import project
from ..errors import describe, message_of
from ..execution import guarded
from ..output import Capture, captured
from ..plain import NotPlain, plain
from ..probing import Performance, Watched
from ..renewal import ENVIRONMENT
from ..request import ProbeRequest

# Bound before the learner's settings are imported, which may replace them in their modules.
_CHECKS, _CALL, _CLIENT = run_checks, call_command, Client


class Start(Watched):
    """Claims what the settings are once Django is set up, or what stopped it."""

    def __init__(self, request: ProbeRequest) -> None:
        super().__init__(request, self._start)
        self._params = request.probe.params
        self._project = request.project

    def perform(self) -> None:
        """Set Django up, as every process of a site does first.

        Without a recorder: it would ask for the databases, and so import the settings itself.
        """
        started = perf_counter()
        with captured() as self._output:
            try:
                with guarded():
                    self._value = plain(self._start())
            except BaseException as error:
                self.trial.error = describe(error, self.trial.sources)
        self.trial.run_ms = round((perf_counter() - started) * 1000, 3)

    def _start(self) -> dict[str, Any]:
        os.environ.clear()
        os.environ.update(ENVIRONMENT)
        os.environ["DJANGO_SETTINGS_MODULE"] = self._params["module"]
        os.environ.update(self._params["env"])
        django.setup()
        values, odd = _values(self._params["names"])
        messages = _deploy_messages() if self._params["check"] else None
        answers = [_answer(visit) for visit in self._params["visits"]]
        logged = [[self._logged(record) for record in records] for records in self._params["logs"]]
        return {
            "values": values,
            "odd": odd,
            "messages": messages,
            "answers": answers,
            "logged": logged,
        }

    def _logged(self, record: dict[str, Any]) -> list[str]:
        """The lines that came out when something was logged."""
        assert self._output is not None
        before = _written(self._output)
        _log(record)
        return _written(self._output)[len(before) :].splitlines()


def _written(output: Capture) -> str:
    return "".join(each.text for each in output.outputs())


def _log(record: dict[str, Any]) -> None:
    """Visit a page, or log as any code of the site could."""
    if path := record.get("visit"):
        _CLIENT(raise_request_exception=False).get(path)
        return
    logger = logging.getLogger(record["logger"])
    level = logging.getLevelNamesMapping()[record["level"]]
    error = ValueError(record["error"]) if "error" in record else None
    logger.log(level, record["message"], extra=record.get("extra"), exc_info=error)


def _values(names: Iterable[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """The settings of these names, and why some have no plain value."""
    values: dict[str, Any] = {}
    odd: dict[str, str] = {}
    for name in names:
        try:
            value = _simple(getattr(settings, name))
            plain(value)
        except NotPlain as reason:
            odd[name] = str(reason)
        except Exception as error:
            # `SECRET_KEY` raises when it is empty, any other when it is not there.
            odd[name] = f"nothing: {type(error).__name__}"
        else:
            values[name] = value
    return values, odd


def _simple(value: Any) -> Any:
    """Paths and lazy texts as the texts that they stand for."""
    if isinstance(value, (PurePath, Promise)):
        return str(value)
    if isinstance(value, dict):
        return {_simple(key): _simple(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_simple(each) for each in value]
    return value


def _answer(visit: dict[str, Any]) -> dict[str, Any]:
    """What the site says to the last of a visitor's requests, and to those before it."""
    client = _CLIENT(headers=visit["headers"])
    said: list[dict[str, Any]] = []
    try:
        said += [_parts(client.get(path, secure=visit["secure"])) for path in visit["paths"]]
    except Exception as error:
        return {"error": f"{type(error).__name__}: {message_of(error)}"}
    return said[-1] | {"before": said[:-1]}


def _parts(response: Any) -> dict[str, Any]:
    return {
        "status": response.status_code,
        "headers": {name.lower(): str(text) for name, text in response.items()},
        "cookies": {
            name: {key: morsel[key] for key in morsel} | {"value": morsel.value}
            for name, morsel in response.cookies.items()
        },
        "body": response.getvalue().decode("utf-8", "replace"),
    }


def _deploy_messages() -> list[dict[str, Any]]:
    """What `check --deploy` says; also printed, as in a terminal."""
    try:
        _CALL("check", deploy=True, no_color=True, stderr=sys.stdout)
    except SystemCheckError as error:
        print(error)
    found: list[CheckMessage] = _CHECKS(include_deployment_checks=True)
    messages = [
        {
            "id": each.id or "",
            "level": each.level,
            "text": str(each.msg),
            "silenced": each.id in settings.SILENCED_SYSTEM_CHECKS,
        }
        for each in found
    ]
    return sorted(messages, key=lambda each: str(each["id"]))


def arrange(request: ProbeRequest) -> Performance:
    """`params`: module, env, names (of settings to claim), check (whether to run `check --deploy`),
    visits (each with paths, headers, secure), logs (lists of records: visit, or logger, level, message, and
    perhaps extra and error).
    """
    project.write_files({**request.project.files, **request.files})
    if project.ROOT not in sys.path:
        sys.path.insert(0, project.ROOT)
    return Start(request)
