# packs: files
"""Rules for configuration files: what each finds, and what it lets pass."""

from collections.abc import Mapping
from json import dumps, loads
from typing import Any

import pytest

import harness
import judge
from catalog import opening_of
from harness.parsing import parse
from harness.report import Report, from_dict
from judge.rules import Rule, actions, docker, serving
from judge.rules.dockerignore import ignored
from judge.rules.nginx import address, seconds
from judge.rules.shell import commands

D = "FROM python:3.14-slim\n"
DOCKER: list[tuple[Rule, str, str | None]] = [
    (docker.pinned_base, "FROM python:3.14-slim", None),
    (docker.pinned_base, "FROM python", "`python` has no exact version"),
    (docker.pinned_base, "FROM python:latest", "`python:latest` has no"),
    (docker.pinned_base, "FROM registry:5000/python", "has no exact version"),
    (docker.pinned_base, "FROM python@sha256:0123", None),
    (docker.pinned_base, "ARG V=3.14\nFROM python:${V}-slim", None),
    (docker.pinned_base, "FROM python:3.14 AS one\nFROM one", None),
    (docker.pinned_base, "FROM python:3.14 AS one\nFROM two", "`two` has no"),
    (docker.packages_before_code, D + "COPY r.txt .\nRUN pip install -r r.txt\nCOPY . .", None),
    (docker.packages_before_code, D + "COPY . .\nRUN pip install -r r.txt", "line 3"),
    (docker.packages_before_code, D + "ADD ./ /app\nRUN pip install -rr.txt", "`ADD ./ /app`"),
    (docker.packages_before_code, D + "COPY --from=x . .\nRUN uv sync", None),
    (docker.packages_before_code, D + "COPY shop/ shop/\nRUN uv sync", "comes before"),
    (docker.packages_before_code, D + "COPY . .\nRUN pip install uv", "No RUN installs"),
    (docker.not_root, D + "RUN useradd app\nUSER app", None),
    (docker.not_root, D + "RUN useradd app\nUSER app:app", None),
    (docker.not_root, D + "USER 1000", None),
    (docker.not_root, D, "There is no USER"),
    (docker.not_root, D + "USER 0:0", "runs as root"),
    (docker.not_root, D + "USER app", "Nothing has made the user `app`"),
    (docker.not_root, "FROM a:1.1 AS b\nRUN useradd c\nUSER c\nFROM b", None),
    (docker.not_root, "FROM a:1.1 AS b\nRUN useradd c\nUSER c\nFROM a:1.1", "no USER"),
    (docker.makes_users_with_useradd, D + "RUN true && adduser x", "`adduser`"),
    (docker.makes_users_with_useradd, "FROM python:3.14-alpine\nRUN adduser -D x", None),
    (docker.no_secrets, D + "ENV SECRET_KEY=x", "`ENV SECRET_KEY` puts"),
    (docker.no_secrets, D + "ENV SECRET_KEY x", "`ENV SECRET_KEY` puts"),
    (docker.no_secrets, D + "ENV A=1 API_TOKEN='x'", "`ENV API_TOKEN` puts"),
    (docker.no_secrets, D + "ARG SECRET_KEY", "`ARG SECRET_KEY` puts"),
    (docker.no_secrets, D + "ENV DB=postgres://a:b@c/d", "URL with a password"),
    (docker.no_secrets, D + "COPY conf/.env.prod /app/", "`conf/.env.prod` is copied"),
    (docker.no_secrets, D + "RUN SECRET_KEY=x true\nENV LANG=C", None),
    (docker.exec_form, D + 'CMD ["gunicorn"]', None),
    (docker.exec_form, D + "CMD gunicorn", "is started by a shell"),
    (docker.exec_form, D + 'CMD gunicorn\nCMD ["gunicorn"]', None),
    (docker.exec_form, D + "CMD ['gunicorn']", "is started by a shell"),
    (docker.exec_form, D + 'CMD ["sh", "-c", "a && b"]', "The shell stays"),
    (docker.exec_form, D + 'CMD ["sh", "-c", "a && exec b"]', None),
    (docker.exec_form, D, "has no CMD"),
    (docker.real_server, D + 'CMD ["python", "manage.py", "runserver"]', "development server"),
    (docker.step_has("collect", "K"), D + "RUN K=1 collect", None),
    (docker.step_has("collect", "K"), D + "RUN collect", "runs without `K`"),
    (docker.step_has("collect", "K"), D + "RUN export K=1 && collect", None),
    (docker.step_has("collect", "K"), D + "RUN export K=1\nRUN collect", "runs without `K`"),
    (docker.step_has("collect", "K"), D + "RUN --mount=type=secret,id=K collect", None),
    (docker.step_has("collect", "K"), D, "No RUN calls"),
]


def words(law: Rule, name: str, text: str) -> str | None:
    tree = parse(name, text)
    assert not tree.faults
    problem = law.test(tree)
    return problem and problem.words


@pytest.mark.parametrize(("law", "text", "expected"), DOCKER)
def test_docker(law: Rule, text: str, expected: str | None) -> None:
    found = words(law, "Dockerfile", text)
    assert expected in found if expected and found else found == expected


IGNORED = [
    (".env", ".env", True),
    ("*.pyc", ".env", False),
    ("*", "a/b", True),
    (".git", ".git/config", True),
    ("git", ".git", False),
    ("**/.env", "a/b/.env", True),
    ("**/.env", ".env", True),
    ("*.env", "a/.env", False),
    (".env*\n!.env.example", ".env.example", False),
    ("!.env\n.env", ".env", True),
    ("# .env", ".env", False),
]


@pytest.mark.parametrize(("patterns", "path", "out"), IGNORED)
def test_dockerignore(patterns: str, path: str, out: bool) -> None:
    assert ignored(parse(".dockerignore", patterns).data, path) is out


def flow(*steps: str, job: str = "", top: str = "on: push") -> str:
    listed = "".join(f"      - {step}\n" for step in steps)
    return f"{top}\njobs:\n  a:\n{job}    steps:\n{listed}"


MIGRATE = "run: python manage.py makemigrations --check"
DEPLOY = "run: ./manage.py check --deploy --fail-level WARNING --settings=p"
SERVICE = "    services:\n      db:\n        image: postgres:18\n"
ACTIONS: list[tuple[Rule, str, str | None]] = [
    (actions.checks_migrations, flow(MIGRATE), None),
    (
        actions.checks_migrations,
        flow("run: |\n          true\n          django-admin makemigrations --check"),
        None,
    ),
    (actions.checks_migrations, flow(MIGRATE + " --dry-run"), None),
    (actions.checks_migrations, flow("run: manage.py makemigrations"), "without `--check`"),
    (actions.checks_migrations, flow("run: echo manage.py makemigrations --check"), "No step"),
    (actions.checks_migrations, flow(MIGRATE + "\n        if: github.actor == 'me'"), "each time"),
    (actions.checks_migrations, flow(MIGRATE, job="    if: false\n"), "each time"),
    (actions.checks_deploy("p"), flow(DEPLOY), None),
    (actions.checks_deploy("q"), flow(DEPLOY), "looks at p"),
    (actions.checks_deploy("p"), flow(DEPLOY.replace("WARNING", "ERROR")), "does not fail"),
    (
        actions.checks_deploy("p"),
        flow(DEPLOY.replace(" --settings=p", "") + "\n        env: {DJANGO_SETTINGS_MODULE: p}"),
        None,
    ),
    (actions.failures_count, flow("run: a && b"), None),
    (actions.failures_count, flow("run: a || true"), "The failure of `a`"),
    (actions.failures_count, flow("run: a | tee log"), "The failure of `a`"),
    (actions.failures_count, flow("run: |\n          set +e\n          a"), "`set +e`"),
    (actions.failures_count, flow("run: a\n        continue-on-error: true"), "passes over"),
    (actions.failures_count, flow("run: a", job="    continue-on-error: true\n"), "may fail"),
    (actions.env_reaches("DB"), flow("run: pytest", top="on: push\nenv: {DB: x}"), None),
    (actions.env_reaches("DB"), flow("run: pytest", job="    env: {DB: x}\n"), None),
    (actions.env_reaches("DB"), flow("run: DB=x pytest"), None),
    (actions.env_reaches("DB"), flow("run: DB=x pytest", MIGRATE), "makemigrations --check` runs"),
    (actions.env_reaches("DB"), flow("run: test -f x"), "No step runs the tests"),
    (actions.service_is_ready, flow(job=SERVICE + "        options: --health-cmd x\n"), None),
    (actions.service_is_ready, flow(job=SERVICE), "no health check"),
    (actions.service_is_ready, flow(), "There is no service"),
    (
        actions.service_is_ready,
        flow(job=SERVICE.replace(":18", "") + "        options: --health-cmd x\n"),
        "another database next year",
    ),
    (actions.tests_pull_requests, flow(), "do not start it"),
    (actions.tests_pull_requests, flow(top="on: [push, pull_request]"), None),
    (actions.tests_pull_requests, flow(top="on:\n  pull_request:"), None),
    (actions.tests_pull_requests, flow(top="on: [pull_request, pull_request_target]"), "stranger"),
    (actions.reads_only, flow(), "default permissions"),
    (actions.reads_only, flow(top="permissions: {contents: read}"), None),
    (actions.reads_only, flow(top="permissions: write-all"), "may write"),
    (
        actions.reads_only,
        flow(job="    permissions: {contents: write}\n", top="permissions: {}"),
        "may write",
    ),
    (actions.current_actions({"actions/x": 6}), flow("uses: actions/x@v6"), None),
    (actions.current_actions({"actions/x": 6}), flow("uses: actions/x@v5"), "v6 is current"),
    (actions.current_actions({}), flow("uses: actions/x@main"), "follows a branch"),
    (actions.current_actions({}), flow("uses: other/x@v1"), "a stranger's"),
    (actions.current_actions({}), flow(f"uses: other/x@{'a' * 40}"), None),
    (actions.before("ruff", "pytest"), flow("run: ruff", "run: pytest"), None),
    (actions.before("ruff", "pytest"), flow("run: pytest", "run: uv run ruff"), "comes after"),
    (actions.before("ruff", "pytest"), flow("run: pytest"), "No step calls"),
]


@pytest.mark.parametrize(("law", "text", "expected"), ACTIONS)
def test_actions(law: Rule, text: str, expected: str | None) -> None:
    found = words(law, "ci.yml", text.replace("    steps:\n\n", "    steps: []\n"))
    assert expected in found if expected and found else found == expected


def test_commands() -> None:
    found = list(commands("A=1 b 'c d' && e # no\n\nf \\\n  g | h"))
    assert [(each.env, each.words, each.then, each.line) for each in found] == [
        ({"A": "1"}, ["b", "c d"], "&&", 0),
        ({}, ["e"], ";", 0),
        ({}, ["f", "g"], "|", 2),
        ({}, ["h"], ";", 2),
    ]


def nginx(
    upstream: str = "", location: str = "", http: str = "", server: str = "127.0.0.1:8000"
) -> str:
    return (
        f"events {{}}\nhttp {{ {http}\nupstream a {{\nserver {server};\n{upstream}\n}}\n"
        f"server {{\nlocation / {{\nproxy_pass http://a;\n{location}\n}}\n}}\n}}\n"
    )


TEN = serving.connections(least=4, most=10)
WAITS = serving.waits_longest(longest=45, patience=90)
ENDS = serving.ends_in_time(longest=45, killed_after=60)
SERVING: list[tuple[Rule, dict[str, Any], str, str | None]] = [
    (TEN, {"workers": 2, "threads": 4}, nginx(), None),
    (TEN, {"workers": 3, "threads": 4}, nginx(), "3 workers with 4 threads are 12 connections"),
    (TEN, {"threads": 3}, nginx(), "less than the 4 requests"),
    (serving.workers_are(3), {}, nginx(), None),
    (serving.workers_are(3), {"workers": 3}, nginx(), None),
    (serving.workers_are(3), {"workers": "3"}, nginx(), "`workers` is '3'"),
    (serving.ONLY_NGINX, {}, nginx(), None),
    (serving.ONLY_NGINX, {"bind": "localhost:8000"}, nginx(), None),
    (serving.ONLY_NGINX, {"bind": ":8000"}, nginx(), "for everybody"),
    (serving.ONLY_NGINX, {"bind": ["127.0.0.1:9000"]}, nginx(), "nginx asks `127.0.0.1:8000`"),
    (serving.ONLY_NGINX, {"bind": "unix:/run/a.sock"}, nginx(server="unix:/run/a.sock"), None),
    (serving.ONLY_NGINX, {}, "events {}", "There is no `proxy_pass`"),
    (WAITS, {"threads": 2}, nginx(), None),
    (WAITS, {"threads": 2}, nginx(location="proxy_read_timeout 45;"), "gives up after 45 s"),
    (WAITS, {"threads": 2}, nginx(http="proxy_read_timeout 50s;"), None),
    (WAITS, {"threads": 2, "timeout": 0}, nginx(), "With 0 a worker"),
    (
        WAITS,
        {"threads": 2},
        nginx(http="proxy_read_timeout 50s;", location="proxy_read_timeout 5s;"),
        "gives up after 5 s",
    ),
    (WAITS, {"threads": 2}, nginx(location="proxy_read_timeout 5m;"), "waits 300 s"),
    (WAITS, {"timeout": 30}, nginx(), "A sync worker is killed after 30 s"),
    (WAITS, {"timeout": 50}, nginx(), None),
    (WAITS, {"timeout": 60}, nginx(), "inside, 60 s are allowed"),
    (serving.KEEPS_OPEN_LONGER, {"threads": 2}, nginx(), None),
    (
        serving.KEEPS_OPEN_LONGER,
        {"threads": 2},
        nginx("keepalive 8;"),
        "after 2 s, nginx after 60 s",
    ),
    (serving.KEEPS_OPEN_LONGER, {"threads": 1}, nginx("keepalive 8;"), None),
    (serving.KEEPS_OPEN_LONGER, {"threads": 2, "keepalive": 61}, nginx("keepalive 8;"), None),
    (
        serving.KEEPS_OPEN_LONGER,
        {"threads": 2, "keepalive": 61},
        nginx("keepalive 8; keepalive_timeout 2m;"),
        "nginx after 120 s",
    ),
    (ENDS, {"graceful_timeout": 50}, nginx(), None),
    (ENDS, {}, nginx(), "has 30 s; a request may take 45 s"),
    (ENDS, {"graceful_timeout": 60}, nginx(), "killed after 60 s"),
]


@pytest.mark.parametrize(("law", "names", "text", "expected"), SERVING)
def test_serving(law: Rule, names: dict[str, Any], text: str, expected: str | None) -> None:
    conf = "".join(f"{name} = {value!r}\n" for name, value in names.items())
    trees = {
        name: parse(name, given)
        for name, given in {serving.GUNICORN: conf, serving.NGINX: text}.items()
    }
    assert not any(tree.faults for tree in trees.values())
    problem = law.test(trees, names)
    found = problem and problem.words
    assert expected in found if expected and found else found == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("90", 90), ("500ms", 0.5), ("1m30s", 90), ("2h", 7200), ("1d", 86_400)]
)
def test_seconds(text: str, expected: float) -> None:
    assert seconds([text]) == expected


def test_addresses() -> None:
    assert address("localhost:8000") == address("127.0.0.1:8000")
    assert address("unix:/run/a.sock:") == "unix:/run/a.sock"
    assert address("shop") == "shop:80"


CHECKS = """
from judge.rules import Problem, docker, rule

@rule("Both must agree.")
def agrees(trees, names):
    if names["port"] != len(trees["Dockerfile"].data):
        return Problem(2, f"The port is {names['port']}", "conf.py")

def check(expect):
    files = expect.file("Dockerfile", "conf.py")
    files.obeys("Pinned", docker.pinned_base)
    files.agrees("Agrees", agrees, run="conf.py", env={"PORT": "1"}, cpus=3)
"""


def grade(files: Mapping[str, str]) -> Report:
    harness.renew()
    request: dict[str, Any] = opening_of("bare") | {"files": files, "entry": ""}
    request |= {"support": {}, "shift": 0, "mistakes": [], "checks": CHECKS}
    endings: list[dict[str, Any]] = []
    for probe in loads(judge.plan(dumps(request))):
        harness.arrange(dumps(request | {"probe": probe}))
        harness.perform("{}")
        text = harness.collect("{}")
        endings.append(
            {"kind": "claim", "text": text, "reads": {"arrange": 0, "perform": 0, "collect": 0}}
        )
    request |= {"endings": endings, "solution": [None] * len(endings)}
    return from_dict(loads(judge.judge(dumps(request))))


CONF = "import os\nport = int(os.environ['PORT']) + os.cpu_count() - 3\n_x = object()\n"
GRADED = [
    ({"Dockerfile": "FROM a:1.1", "conf.py": CONF}, ["passed", "passed"], "A tag that moves"),
    (
        {"Dockerfile": "FROM a", "conf.py": CONF},
        ["failed", "passed"],
        "Line 1 of Dockerfile: `a` has",
    ),
    ({"conf.py": CONF}, ["failed", "failed"], "There is no `Dockerfile`."),
    (
        {"Dockerfile": "FORM a", "conf.py": CONF},
        ["failed", "failed"],
        "Line 1 of Dockerfile cannot be",
    ),
    ({"Dockerfile": "FROM a:1.1", "conf.py": "port = 7"}, ["passed", "failed"], "A tag"),
    ({"Dockerfile": "FROM a:1.1", "conf.py": "import x"}, ["failed", "skipped"], "and raised"),
]


@pytest.mark.parametrize(("files", "statuses", "words"), GRADED)
def test_graded(files: dict[str, str], statuses: list[str], words: str) -> None:
    report = grade(files)
    assert [each.status for each in report.checks] == statuses
    assert words in report.checks[0].message


def test_what_runs_is_told_with_its_line() -> None:
    report = grade({"Dockerfile": "FROM a:1.1", "conf.py": "port = 7"})
    assert report.checks[1].message == "Line 2 of conf.py: The port is 7. Both must agree."
    assert report.checks[1].place is not None
    assert report.checks[1].place.file == "conf.py"
