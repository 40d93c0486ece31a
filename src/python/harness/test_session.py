"""A pytest session in an opened project: its database is used as it is, and each test is told of.

Needs the pack `pytest`. What every session pays for and no exercise uses is left out: caches, doctests,
JUnit files, debuggers. The tests run in the tables that are there already: pytest-django makes none.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from .project import ROOT

_LEFT_OUT = (
    *("cacheprovider", "faulthandler", "doctest", "junitxml", "debugging", "pastebin", "setuponly"),
    *("setupplan", "stepwise", "unraisableexception", "threadexception", "terminalreporter"),
)
MAX_MESSAGE = 600
MAX_TESTS = 400


def run_session(paths: list[str]) -> dict[str, Any]:
    """Run the tests of these files; how the session ended, and what came of each test."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    told = _Told()
    options = [f"-pno:{name}" for name in _LEFT_OUT]
    given = ["-ppytest_django.plugin", "--capture=no", f"--rootdir={ROOT}", "-c", os.devnull]
    code = pytest.main([*options, *given, *paths], plugins=[told])
    return {"exit": int(code), "ended": told.ended, "broken": told.broken, "tests": told.tests()}


class _Tables:
    """Takes the place of what would make a database for the tests."""

    @pytest.fixture(scope="session")
    def django_db_setup(self, django_test_environment: None) -> None:
        """The project is opened, with its tables."""

    @pytest.fixture(scope="session")
    def django_db_modify_db_settings(self) -> None:
        """Nothing is renamed."""


class _Told:
    """Writes down what pytest reports."""

    def __init__(self) -> None:
        self.ended: str | None = None
        self.broken: list[dict[str, Any]] = []
        self._tests: dict[str, dict[str, Any]] = {}

    def tests(self) -> list[dict[str, Any]]:
        """Each test: its name, what came of it and, of a failure, why and where."""
        return list(self._tests.values())[:MAX_TESTS]

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        # After pytest-django, whose fixtures it takes the place of.
        config.pluginmanager.register(_Tables(), "project-tables")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        error = call.excinfo
        known = self._tests.get(report.nodeid)
        if report.when != "teardown" or (report.failed and known and known["outcome"] == "passed"):
            self._tests[report.nodeid] = {
                "name": report.nodeid.partition("::")[2],
                "file": report.nodeid.partition("::")[0],
                "outcome": _outcome(report),
                "phase": report.when,
                "error": type(error.value).__name__ if error else None,
                "message": _message(error) if error else "",
                "line": _line(error, item.path) if error else None,
            }
        return report

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            text = str(getattr(report.longrepr, "longrepr", report.longrepr))
            self.broken.append({"file": report.nodeid, "message": _tail(text)})

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self.ended = f"{type(excinfo.value).__name__}: {excinfo.value}"[:MAX_MESSAGE]

    def pytest_internalerror(self, excrepr: Any) -> None:
        self.ended = _tail(str(excrepr))


def _outcome(report: pytest.TestReport) -> str:
    if hasattr(report, "wasxfail"):
        return "xfailed" if report.skipped else "xpassed"
    if report.failed and report.when != "call":
        return "error"
    if report.passed and report.when == "setup":
        # Until it has been called: a plugin may see to it that it never is.
        return "not run"
    return report.outcome


def _message(error: pytest.ExceptionInfo[BaseException]) -> str:
    """The error as pytest shows it: for an assertion, with the values in it."""
    text = error.exconly(tryshort=True)
    return text if len(text) <= MAX_MESSAGE else text[: MAX_MESSAGE - 1] + "…"


def _line(error: pytest.ExceptionInfo[BaseException], path: Path) -> int | None:
    """The line of the test's own file that the error went through last."""
    lines = [each.lineno + 1 for each in error.traceback if str(each.path) == str(path)]
    return lines[-1] if lines else None


def _tail(text: str) -> str:
    """The last lines of a text, where a traceback says what happened."""
    kept: Iterator[str] = (line.removeprefix("E").strip() for line in text.splitlines())
    lines = [line for line in kept if line]
    return " ".join(lines[-3:])[-MAX_MESSAGE:]
