# packs: files
"""Configuration files as data, with lines and with faults."""

import pytest

from harness.parsing import Fault, UnknownFormat, parse
from harness.parsing.python import Expression

WORKFLOW = """\
name: CI
on:
  push: {branches: [main]}
env: &env
  DEBUG: no
  COUNT: 3
jobs:
  test:
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4

      - run: |
          pip install .
          pytest
        env:
          <<: *env
          RATIO: 0.5
          SECRET: "true"
"""


def test_yaml() -> None:
    tree = parse(".github/workflows/ci.yml", WORKFLOW)
    assert tree.faults == []
    assert list(tree.data) == ["name", "on", "env", "jobs"]
    assert tree.get("on", "push", "branches") == ["main"]
    assert tree.get("env") == {"DEBUG": "no", "COUNT": 3}
    assert tree.get("jobs", "test", "steps", 1, "run") == "pip install .\npytest\n"
    merged = tree.get("jobs", "test", "steps", 1, "env")
    assert merged == {"DEBUG": "no", "COUNT": 3, "RATIO": 0.5, "SECRET": "true"}
    assert [type(merged[key]) for key in ("COUNT", "RATIO", "SECRET")] == [int, float, str]
    assert tree.line("on") == 2
    assert tree.line("jobs", "test", "steps", 1) == 13
    assert tree.line("jobs", "test", "steps", 1, "env", "RATIO") == 18
    assert tree.line("jobs", "test", "steps", 1, "env", "COUNT") == 16
    assert tree.get("jobs", "lint", default=7) == 7


def test_yaml_of_a_merge_alone() -> None:
    tree = parse("compose.yaml", "a: &a {b: 1}\nc:\n  <<: *a\n")
    assert tree.get("c") == {"b": 1}
    assert tree.line("c", "b") == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: [1, 2\n", 3, "expected ',' or ']'"),
        ("a: 1\na: 2\n", 2, "duplicate key"),
        ("a:\n\t- 1\n", 2, "cannot start any token"),
        ("a: 1\n  b: 2\n", 2, "not allowed here"),
    ],
)
def test_faults_of_yaml(text: str, line: int, words: str) -> None:
    [fault] = parse("compose.yaml", text).faults
    assert (fault.file, fault.line) == ("compose.yaml", line)
    assert words in fault.message


DOCKERFILE = """\
# syntax=docker/dockerfile:1
ARG VERSION=3.14
FROM python:${VERSION}-slim AS build
RUN pip install uv \\
    && uv sync --frozen

FROM python:3.14-slim
COPY --from=build /app /app
user app
CMD ["gunicorn", "config.wsgi"]
"""


def test_dockerfile() -> None:
    tree = parse("deploy/Dockerfile", DOCKERFILE)
    assert tree.faults == []
    assert [(each["instruction"], each["stage"]) for each in tree.data] == [
        *(("ARG", -1), ("FROM", 0), ("RUN", 0)),
        *(("FROM", 1), ("COPY", 1), ("USER", 1), ("CMD", 1)),
    ]
    assert tree.get(2, "value") == "pip install uv     && uv sync --frozen"
    assert tree.get(6, "words") == ["gunicorn", "config.wsgi"]
    assert tree.get(2, "words") is None
    assert [tree.line(at) for at in range(7)] == [2, 3, 4, 7, 8, 9, 10]


def test_faults_of_a_dockerfile() -> None:
    tree = parse("Dockerfile.dev", "RUN x\nFROM a\nRUNN y\nUSER\n")
    assert [(each.line, each.message) for each in tree.faults] == [
        (1, "RUN before the first FROM"),
        (3, "unknown instruction: RUNN"),
        (4, "USER needs an argument"),
    ]
    assert [each.message for each in parse("Dockerfile", "# nothing\n").faults] == [
        "there is no FROM"
    ]


NGINX = """\
events {}
http {
    server {
        listen 443 ssl;
        add_header X-Frame-Options "DENY always";
        location /static/ { alias /srv/static/; }
    }
}
"""


def test_nginx() -> None:
    tree = parse("nginx.conf", NGINX)
    assert tree.faults == []
    server = tree.get(1, "block", 0)
    assert server["block"][0] == {"directive": "listen", "args": ["443", "ssl"]}
    assert server["block"][1]["args"] == ["X-Frame-Options", "DENY always"]
    assert server["block"][2]["block"] == [{"directive": "alias", "args": ["/srv/static/"]}]
    assert tree.line(1, "block", 0, "block", 2, "block", 0) == 6
    # A file that is included in `http`.
    assert parse("conf.d/app.conf", "server { listen 80; }").faults == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("events {}\nhttp {\n  server { listen 80 }\n}\n", 3, 'not terminated by ";"'),
        ("events {}\nserver { listen 80; }\n", 2, "not allowed here"),
        ("events {}\nhttp { gzip maybe; }\n", 2, "invalid value"),
        ("http {\n", 1, "expecting"),
    ],
)
def test_faults_of_nginx(text: str, line: int, words: str) -> None:
    found = parse("nginx.conf", text).faults
    assert words in found[0].message
    assert "/tmp" not in found[0].message
    assert (found[0].file, found[0].line) == ("nginx.conf", line)


TOML = """\
[project]
name = "shop"
dependencies = [
  "django>=6",
]

[tool.ruff.lint]
select = ["E"]
per-file.ignores = 1

[[tool.mypy.overrides]]
module = "a"
[[tool.mypy.overrides]]
module = "b"
"""


def test_toml() -> None:
    tree = parse("pyproject.toml", TOML)
    assert tree.get("project", "dependencies") == ["django>=6"]
    assert tree.get("tool", "mypy", "overrides", 1, "module") == "b"
    assert tree.line("project") == 1
    assert tree.line("project", "dependencies", 0) == 3
    assert tree.line("tool", "ruff", "lint", "per-file", "ignores") == 9
    assert tree.line("tool", "mypy", "overrides", 0, "module") == 12
    assert tree.line("tool", "mypy", "overrides", 1) == 13
    assert tree.line("tool", "mypy", "overrides", 1, "module") == 14


def test_faults_of_toml() -> None:
    [fault] = parse("pyproject.toml", '[a]\nb = "x\n').faults
    assert fault.line == 2


def test_ini() -> None:
    text = "[pytest]\n# why\naddopts = -ra\n  --strict\nDJANGO = %(x)s\n\n[other]\nflag\n"
    tree = parse("pytest.ini", text)
    assert tree.data == {
        "pytest": {"addopts": "-ra\n--strict", "DJANGO": "%(x)s"},
        "other": {"flag": None},
    }
    assert [tree.line("pytest"), tree.line("pytest", "addopts"), tree.line("pytest", "DJANGO")] == [
        1,
        3,
        5,
    ]
    assert (tree.line("other"), tree.line("other", "flag")) == (7, 8)
    assert [each.line for each in parse("a.ini", "x = 1\n").faults] == [1]
    assert [each.line for each in parse("a.ini", "[a]\nb = 1\n= 2\n").faults] == [3]
    assert [each.line for each in parse("a.ini", "[a]\nx = 1\nx = 2\n").faults] == [3]


def test_env() -> None:
    text = (
        "# production\nDEBUG=False\nexport SECRET_KEY='a # b'  # keep\nEMPTY=\n"
        'URL=postgres://u:p@h/db?a=b # the database\nBROKEN\n1X=2\nQ="open\n'
    )
    tree = parse(".env.example", text)
    assert tree.data == {
        "DEBUG": "False",
        "SECRET_KEY": "a # b",
        "EMPTY": "",
        "URL": "postgres://u:p@h/db?a=b",
    }
    assert tree.line("URL") == 5
    assert [fault.line for fault in tree.faults] == [6, 7, 8]


def test_python() -> None:
    text = (
        "import os\nbind = '0.0.0.0:8000'\nworkers = os.cpu_count() * 2 + 1\ntimeout: int = 30\n"
        "LOGGING = {\n  'version': 1,\n  'handlers': {'console': {'class': 'logging.StreamHandler'}},\n"
        "  **common,\n}\ntimeout = 60\nHOSTS = ['a',\n  env('HOST')]\n"
    )
    tree = parse("gunicorn.conf.py", text)
    assert tree.get("bind") == "0.0.0.0:8000"
    assert tree.get("workers") == Expression("os.cpu_count() * 2 + 1")
    assert tree.get("timeout") == 60
    assert tree.get("LOGGING", "handlers", "console", "class") == "logging.StreamHandler"
    assert Expression("**common") in tree.get("LOGGING")
    assert tree.get("HOSTS") == ["a", Expression("env('HOST')")]
    assert (tree.line("timeout"), tree.line("LOGGING", "handlers", "console")) == (10, 7)
    assert tree.line("HOSTS", 1) == 12
    assert parse("a.py", "x = (\n").faults == [Fault("a.py", 1, "'(' was never closed")]


def test_other_names_are_refused() -> None:
    with pytest.raises(UnknownFormat, match="README"):
        parse("README.md", "")
