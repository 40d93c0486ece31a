"""`expect.settings`: what is demanded of settings, what is said, and what does not fool it."""

from collections.abc import Mapping
from json import dumps, loads
from typing import Any

import pytest

import harness
import judge
from catalog import opening_of
from harness.claim import to_text
from harness.exhibits import LogsExhibit, Pair
from harness.report import Report, from_dict
from judge.deploy import READS, security_messages
from judge.expect import Expect
from judge.request import Probe
from judge.secrets import hide, is_secret, secret_texts, secrets_in

GOOD = {"values": {"DEBUG": False, "HOSTS": ["a", "b"]}, "odd": {}, "messages": None}


def report_of(checks: str, endings: list[dict[str, Any]], files: Mapping[str, str] = {}) -> Report:
    """The judge's report on claims that are given, not made."""
    request = {"checks": checks, "support": {}, "shift": 0, "files": files, "mistakes": []}
    request |= {"endings": endings, "solution": [None] * len(endings)}
    return from_dict(loads(judge.judge(dumps(request))))


def claim(value: Any = None, error: tuple[str, str] | None = None) -> dict[str, Any]:
    """An ending whose claim has this value, or that error."""
    from harness.claim import Claim
    from harness.plain import plain
    from harness.report import LearnerError
    from judge.verdict import _empty

    report = _empty()
    report.kind = "grading"
    if error:
        report.error = LearnerError(error[0], error[1], [], None, [])
    text = to_text(Claim(report, plain(value)))
    return {"kind": "claim", "text": text, "reads": {"arrange": 0, "perform": 0, "collect": 0}}


def check(line: str, env: str = "{}") -> str:
    return (
        "def check(expect):\n"
        f"    it = expect.settings('config.settings', doing='It was started', env={env})\n"
        f"    it.{line}\n"
    )


def first(report: Report) -> tuple[str, str]:
    return report.checks[0].status, report.checks[0].message


HAS = [
    ("DEBUG=False", GOOD, "passed", "It was started: `DEBUG` as expected."),
    ("DEBUG=True", GOOD, "failed", "It was started. `DEBUG`: expected True, got False."),
    (
        "DEBUG=0",
        GOOD,
        "failed",
        "It was started. `DEBUG`: expected 0, got False (a bool, not an int).",
    ),
    ("HOSTS=('a', 'b')", GOOD, "passed", "It was started: `HOSTS` as expected."),
    ("HOSTS=['a']", GOOD, "failed", "It was started. `HOSTS`: expected 1 item, got 2."),
    ("NAME='x'", GOOD, "failed", "It was started. `NAME` is not set."),
    (
        "A__b__c=1",
        {"values": {"A": {"b": {"c": 2}}}, "odd": {}},
        "failed",
        "It was started. `A.b.c`: expected 1, got 2.",
    ),
    (
        "SECRET_KEY='right'",
        {"values": {"SECRET_KEY": "mine"}, "odd": {}},
        "failed",
        "It was started. `SECRET_KEY` is not what it should be.",
    ),
    (
        "X=1",
        {"values": {}, "odd": {"X": "an Any, which cannot be compared"}},
        "failed",
        "It was started. `X` is an Any, which cannot be compared.",
    ),
    ("X=1", "something else", "failed", "It was started. `X` is not set."),
]


@pytest.mark.parametrize(("wanted", "value", "status", "words"), HAS)
def test_has(wanted: str, value: Any, status: str, words: str) -> None:
    assert first(report_of(check(f"has('Has it', {wanted})"), [claim(value)])) == (status, words)


def test_a_start_that_failed_is_told_without_secrets() -> None:
    text = check("has('Has it', DEBUG=False)", "{'API_KEY': 'abcdef123'}")
    report = report_of(text, [claim(error=("KeyError", "no abcdef123"))])
    words = "It was started. Django did not start: KeyError: no (hidden)"
    assert first(report) == ("failed", words)


PLACES = [
    ({"config/settings.py": "A = 1\nDEBUG = 1\n", "z.py": "DEBUG = 1"}, ("config/settings.py", 2)),
    ({"base.py": "if x:\n    DEBUG = 1\nDEBUG = 2\n"}, ("base.py", 3)),
    ({"base.py": "A = 1"}, None),
]


@pytest.mark.parametrize(("files", "expected"), PLACES)
def test_a_wrong_value_is_told_with_its_line(
    files: dict[str, str], expected: tuple[str, int] | None
) -> None:
    place = report_of(check("has('Has it', DEBUG=True)"), [claim(GOOD)], files).checks[0].place
    assert (place and (place.file, place.line)) == expected


REFUSALS = [
    (None, "failed", "It was started, but without `TOKEN`. Django started all the same."),
    (("KeyError", "'TOKEN'"), "passed", "Django did not start, and the error named `TOKEN`."),
    (("KeyError", "MY_TOKEN"), "failed", "It does not name `TOKEN`"),
    (("SystemExit", ""), "failed", "SystemExit: (no message). It does not name `TOKEN`"),
    (("KeyError", "TOKEN or HOSTS"), "failed", "It names `HOSTS`"),
]


@pytest.mark.parametrize(("error", "status", "words"), REFUSALS)
def test_fails_without(error: tuple[str, str] | None, status: str, words: str) -> None:
    checks = check("fails_without('TOKEN')", "{'TOKEN': 'a-token', 'HOSTS': 'a'}")
    found = first(report_of(checks, [claim(GOOD), claim(GOOD, error)]))
    assert found[0] == status
    assert words in found[1]


def test_each_environment_is_planned_once() -> None:
    expect = Expect({})
    it = expect.settings("m", doing="It was started", env={"A": "1", "B": "2"})
    it.has("One", X=1)
    it.has("Two", Y=1)
    it.has("Three", env={"A": None}, X=1)
    it.fails_without("A", empty=["A"])
    assert it.probes == [
        Probe("settings", params(["X", "Y"], A="1", B="2"), opened=False),
        Probe("settings", params(["X"], B="2"), opened=False),
        Probe("settings", params([], A="", B="2"), opened=False),
    ]
    assert it.tried[1:] == [
        "It was started, but without `A`",
        "It was started, but with an empty `A`",
    ]


def params(names: list[str], **env: str) -> dict[str, Any]:
    return {"module": "m", "env": env, "names": names, "check": False, "visits": [], "logs": []}


SAFE: dict[str, Any] = {
    "ALLOWED_HOSTS": ["a"],
    "DEBUG": False,
    "MIDDLEWARE": [
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    "INSTALLED_APPS": [],
    "SECRET_KEY": "x7-" * 5 + "abcdefghijklmnopqrstuvwxyz0123456789ABCD",
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 3600,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "CSRF_COOKIE_SECURE": True,
}


def test_deployment_checks_are_worked_out_from_the_values() -> None:
    assert security_messages(SAFE) == {}
    assert list(security_messages(SAFE | {"DEBUG": True})) == ["security.W018"]
    assert "security.W009" in security_messages({})
    assert set(SAFE) <= set(READS)
    # What is no list does not end the judge.
    assert "security.W018" in security_messages(SAFE | {"MIDDLEWARE": 5, "DEBUG": True})


def messages(*ids: str, **values: Any) -> dict[str, Any]:
    said = [{"id": each, "level": 30, "text": "Said.", "silenced": False} for each in ids]
    return claim({"values": SAFE | values, "odd": {}, "messages": said})


CHECKED = [
    ("only=[]", messages(), "passed", "`check --deploy` says nothing."),
    ("only=[]", messages("models.W042"), "failed", "has models.W042: Said."),
    ("only=['models.W042']", messages("models.W042"), "passed", "says models.W042."),
    ("none_of=['security.W018']", messages("models.W042"), "passed", "says models.W042."),
    # The submission says that there is nothing; its values say otherwise.
    ("only=[]", messages(SECURE_SSL_REDIRECT=False), "failed", "has security.W008: Your"),
    (
        "only=[]",
        messages(DEBUG=True, SILENCED_SYSTEM_CHECKS=["security.W018"]),
        "failed",
        "It is silenced, and still true.",
    ),
]


@pytest.mark.parametrize(("wanted", "ending", "status", "words"), CHECKED)
def test_check_messages(wanted: str, ending: dict[str, Any], status: str, words: str) -> None:
    report = report_of(check(f"check_messages('Is ready', {wanted})"), [claim(GOOD), ending])
    assert report.checks[0].status == status
    assert words in report.checks[0].message


ANSWERS = [
    ({"status": 200}, "passed", "`/x/` was asked for, and it is as it should be."),
    ({"status": 500}, "failed", "It was started. `/x/` was asked for. It broke."),
    ({}, "failed", "Something is missing, or has another form than expected."),
    ({"error": "KeyError: 1"}, "failed", "It was started. `/x/` was asked for: KeyError: 1."),
    (5, "failed", "`/x/` was asked for: nothing came back."),
]


@pytest.mark.parametrize(("answer", "status", "words"), ANSWERS)
def test_answers(answer: Any, status: str, words: str) -> None:
    condition = "lambda answer: answer['status'] == 200 or 'It broke.'"
    checks = check(f"answers('Answers', {condition}, '/x/')")
    found = first(report_of(checks, [claim(GOOD | {"answers": [answer]})]))
    assert found[0] == status
    assert words in found[1]


def test_logs() -> None:
    condition = "lambda lines: lines == [['a'], []] or f'{len(lines[0])} lines.'"
    record = {"logger": "shop", "level": "INFO", "message": "paid", "extra": {"order": 7}}
    checks = check(f"logs('One line', {condition}, {record}, {{'visit': '/x/'}})")
    report = report_of(checks, [claim(GOOD | {"logged": [[["a"], []]]})])
    assert first(report) == ("passed", "It was started, and it is as it should be.")
    (shown,) = report.exhibits
    assert isinstance(shown, LogsExhibit)
    assert [(each.level, each.logger, each.lines) for each in shown.records] == [
        ("INFO", "shop", ["a"]),
        ("ERROR", "django.request", []),
    ]
    assert shown.records[0].fields == [Pair("order", "7")]
    report = report_of(checks, [claim(GOOD | {"logged": [[3, []]]})])
    assert (first(report)[0], report.exhibits) == ("failed", [])
    report = report_of(checks, [claim(GOOD | {"logged": [[["a", "b"], []]]})])
    assert first(report) == ("failed", "It was started. 2 lines.")
    assert first(report_of(checks, [claim(GOOD)]))[0] == "failed"


def test_settings_that_django_does_not_know() -> None:
    checks = check("known_settings_only('Has an effect', prefixes=['SECURE_'])")
    files = {"a.py": "SECURE_SSL_REDIRECT = 1\nOTHER = 2\n"}
    assert first(report_of(checks, [claim(GOOD)], files))[0] == "passed"
    files["b.py"] = "if True:\n    SECURE_BROWSER_XSS_FILTER = True\n"
    status, words = first(report_of(checks, [claim(GOOD)], files))
    assert status == "failed"
    assert "Line 2 of b.py sets `SECURE_BROWSER_XSS_FILTER`." in words


SECRET_NAMES = [
    ("SECRET_KEY", True),
    ("SECRET_KEY_FALLBACKS", True),
    ("password", True),
    ("STRIPE_API_KEY", True),
    ("AUTH_TOKENS", True),
    ("PASSWORD_HASHERS", False),
    ("KEY_PREFIX", False),
    ("CSRF_COOKIE_NAME", False),
    ("SORT_KEY", False),
]


@pytest.mark.parametrize(("name", "secret"), SECRET_NAMES)
def test_names_of_secrets(name: str, secret: bool) -> None:
    assert is_secret(name) is secret


SOURCES = [
    ('SECRET_KEY = env("SECRET_KEY")', None),
    ('SECRET_KEY = "abc"', "a text for `SECRET_KEY`"),
    ('SECRET_KEY: str = "abc"', "a text for `SECRET_KEY`"),
    ('SECRET_KEY = "a" + "bc"', "a text for `SECRET_KEY`"),
    ('SECRET_KEY = "cba"[::-1]', "a text for `SECRET_KEY`"),
    ('SECRET_KEY = f"abc"', "a text for `SECRET_KEY`"),
    ('SECRET_KEY = get() or "abc"', "a text for `SECRET_KEY`"),
    ('SECRET_KEY = os.environ.get("SECRET_KEY", "abc")', "a text for `SECRET_KEY`"),
    ('SECRET_KEY = os.environ.get("SECRET_KEY", "")', None),
    ('k = env("SECRET_KEY", default="abc")', "a text for `SECRET_KEY`"),
    ('os.environ.setdefault("SECRET_KEY", "abc")', "a text for `SECRET_KEY`"),
    ('os.environ["SECRET_KEY"] = "abc"', "a text for `SECRET_KEY`"),
    ('SECRET_KEY_FALLBACKS = [old, "abc"]', "a text for `SECRET_KEY_FALLBACKS`"),
    ('D = {"PASSWORD": "abc"}', "a text for `PASSWORD`"),
    ('dict(PASSWORD="abc")', "a text for `PASSWORD`"),
    ('def f(token="abc"): pass', "a text for `token`"),
    ('SECRET_KEY = Path("/run/secrets/key").read_text()', None),
    ('URL = "postgres://shop:pw@db/shop"', "a URL with a password in it"),
    ('URL = "postgres://db/shop"', None),
    ('"""postgres://user:password@host/name"""', None),
    ('x = "given-by-the-check"', "a secret of the environment"),
    ("x = (", None),
]


@pytest.mark.parametrize(("source", "words"), SOURCES)
def test_secrets_in_code(source: str, words: str | None) -> None:
    found = next(secrets_in({"a.py": source}, ["given-by-the-check"]), None)
    assert (found.words if found else None) == words


def test_code_is_read_from_the_submission() -> None:
    checks = check("no_secrets_in_code('No secret', but=['b.py'])")
    files = {"b.py": "TOKEN = 'abc'", "c.txt": "TOKEN = 'abc'"}
    assert first(report_of(checks, [claim(GOOD)], files))[0] == "passed"
    report = report_of(checks, [claim(GOOD)], files | {"d.py": "\nTOKEN = 'abc'"})
    assert "Line 2 of d.py holds a text for `TOKEN`." in first(report)[1]


def test_secrets_are_hidden() -> None:
    env = {"API_KEY": "key-1234", "DB": "postgres://me:pass-word@db/x", "HOSTS": "a.example"}
    secrets = secret_texts(env)
    assert hide("key-1234 pass-word a.example", secrets) == "(hidden) (hidden) a.example"


def probe(files: Mapping[str, str], **params: Any) -> tuple[Report, Any]:
    """Carry a probe out for real; this file's Python can set Django up once."""
    from harness.claim import from_text

    harness.renew()
    request = opening_of("bare") | {"files": files, "entry": "", "support": {}}
    given = {
        "module": "config",
        "env": {},
        "names": [],
        "check": False,
        "visits": [],
        "logs": [],
    } | params
    request["probe"] = {"kind": "settings", "opened": False, "params": given}
    harness.arrange(dumps(request))
    harness.perform("{}")
    found = from_text(harness.collect("{}"))
    return found.report, found.bare


CONFIG = """
import os
from pathlib import Path
from django.core import checks
HOME = Path("/srv")
HOSTS = os.environ["HOSTS"].split(",")
SEEN = sorted(os.environ)
NAME = object()
ROOT_URLCONF = "bare.urls"
ALLOWED_HOSTS = HOSTS
SILENCED_SYSTEM_CHECKS = ["security.W001"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
checks.run_checks = lambda **options: []
checks.registry.registry.run_checks = lambda **options: []
"""


def test_the_probe() -> None:
    report, _ = probe({"config.py": CONFIG})
    assert report.error is not None
    assert (report.error.type, report.error.message) == ("KeyError", "'HOSTS'")
    assert report.error.frames[-1].line == 6

    names = ["HOME", "HOSTS", "NAME", "SEEN", "SECRET_KEY", "NOTHING"]
    visit = {"paths": ["/"], "headers": {"Host": "a"}, "secure": False}
    said = {"logger": "shop", "level": "WARNING", "message": "careful"}
    logs = [[said, said | {"level": "INFO"}, {"visit": "/"}], [said | {"error": "oh"}]]
    report, value = probe(
        {"config.py": CONFIG},
        logs=logs,
        env={"HOSTS": "a,b"},
        names=names,
        check=True,
        visits=[visit],
    )
    assert report.error is None
    assert value["values"]["HOME"] == "/srv"
    assert value["values"]["HOSTS"] == ["a", "b"]
    ours = ["DJANGO_SETTINGS_MODULE", "HOME", "HOSTS", "LANG", "PYTHONDONTWRITEBYTECODE", "TZ"]
    assert value["values"]["SEEN"] == ours
    assert value["odd"] == {
        "NAME": "an object, which cannot be compared",
        "SECRET_KEY": "nothing: ImproperlyConfigured",
        "NOTHING": "nothing: AttributeError",
    }
    said = {each["id"]: each["silenced"] for each in value["messages"]}
    assert said["security.W001"] is True
    assert said["security.W009"] is False
    assert "async.E001" not in said
    assert value["answers"][0]["status"] == 404
    assert value["logged"][0][:2] == [["careful"], []]
    assert value["logged"][1] == [["careful", "ValueError: oh"]]
    # The command that is printed was fooled; what is claimed was not.
    assert "identified no issues" in "".join(each.text for each in report.output)
