# packs: files
"""Rules for compose files: what each finds, and what it lets pass."""

import pytest

from harness.parsing import parse
from judge.rules import Rule, compose
from judge.rules.services import filled

INDENT = "\n    "


def file(*db: str, web: str = "{build: .}", rest: str = "") -> str:
    lines = INDENT.join(("image: postgres:18", *db))
    return f"services:\n  db:\n    {lines}\n  web: {web}\n{rest}"


def image(name: str) -> str:
    return f"services:\n  a:\n    image: {name}\n"


def env(*lines: str) -> str:
    return file("environment:", *(f"  {line}" for line in lines))


PINNED = [
    (image("postgres"), "`postgres` has no fixed version"),
    (image("postgres:latest"), "no fixed version"),
    (image("redis:alpine"), "no fixed version"),
    (image("timescale/timescaledb:latest-pg18"), "no fixed version"),
    (image("registry:5000/postgres"), "no fixed version"),
    (image("postgres:${TAG:-latest}"), "no fixed version"),
    (image("${REGISTRY}/shop"), "no fixed version"),
    (image("postgres:18"), None),
    (image("postgres:18.1-alpine"), None),
    (image("registry:5000/postgres:18"), None),
    (image("postgres@sha256:0123"), None),
    (image("postgres:latest@sha256:0123"), None),
    (image("postgres:${TAG:-18}"), None),
    (image("shop:${TAG:?which one}"), None),
    (image("${SHOP_IMAGE:?which one}"), None),
    ("services:\n  a:\n    build: .\n    image: shop\n", None),
    ("services:\n  a: {build: .}\n", None),
    ("services:\n  a: {extends: {file: b.yaml, service: a}}\n", None),
]
SECRETS = [
    (env("POSTGRES_PASSWORD: hunter2"), "The secret `POSTGRES_PASSWORD` of `db` is written"),
    (env("- POSTGRES_PASSWORD=hunter2"), "`POSTGRES_PASSWORD` of `db` is written"),
    (env("SECRET_KEY: 12345678"), "The secret `SECRET_KEY`"),
    (env("SECRET_KEY: ${KEY:-hunter2}"), "The secret `SECRET_KEY`"),
    (env("SECRET_KEY: ${KEY-hunter2}"), "The secret `SECRET_KEY`"),
    (env("SECRET_KEY: ${KEY:-${OTHER:-hunter2}}"), "The secret `SECRET_KEY`"),
    (env("SECRET_KEY: $$KEY"), "The secret `SECRET_KEY`"),
    (env("SECRET_KEY: hunter2${NOTHING}"), "The secret `SECRET_KEY`"),
    (env("DATABASE_URL: postgres://shop:hunter2@db/shop"), "holds a URL with a password"),
    (env("- DATABASE_URL=postgres://shop:${PW:-x}@db/shop"), "holds a URL with a password"),
    (env("POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}"), None),
    (env("POSTGRES_PASSWORD: $POSTGRES_PASSWORD"), None),
    (env('POSTGRES_PASSWORD: "${POSTGRES_PASSWORD:?set it}"'), None),
    (env("POSTGRES_PASSWORD:"), None),
    (env("- POSTGRES_PASSWORD"), None),
    (env("- POSTGRES_PASSWORD=${POSTGRES_PASSWORD}"), None),
    (env("POSTGRES_PASSWORD_FILE: /run/secrets/pw"), None),
    (env("DB_PASSWORD: /run/secrets/pw"), None),
    (env("DATABASE_URL: postgres://shop:${PW:?}@db/shop", "DEBUG: 0"), None),
    (file("env_file: .env"), None),
    (file("secrets: [pw]", rest="secrets:\n  pw: {file: ./pw}\n"), None),
]
PRIVATE = [
    (file('ports: ["5432:5432"]'), "`db` is published on every interface"),
    (file("ports: [5432]"), "every interface"),
    (file('ports: ["5432:5432/tcp"]'), "every interface"),
    (file('ports: ["0.0.0.0:5432:5432"]'), "every interface"),
    (file('ports: ["[::]:5432:5432"]'), "every interface"),
    (file('ports: ["127.0.0.1:1:1", "${PORT:-5432}:5432"]'), "every interface"),
    (file('ports: ["${IP}:5432:5432"]'), "every interface"),
    (file("ports: [{target: 5432, published: 5432}]"), "every interface"),
    (file("ports: [{target: 5432, host_ip: 0.0.0.0}]"), "every interface"),
    (file("network_mode: host"), "in the network of the host"),
    (
        file(web='{build: ., ports: ["80:80"]}\n  redis: {image: "redis:8", ports: [6379]}'),
        "`redis` is published",
    ),
    (
        "services:\n  db: {image: 'acme/data:1', ports: ['5432:5432']}\n",
        "`db` is published on every interface",
    ),
    ("services:\n  web: {build: .}\n", "There is no service for the database"),
    (file(), None),
    (file('expose: ["5432"]'), None),
    (file('ports: ["127.0.0.1:5432:5432"]'), None),
    (file('ports: ["127.0.0.1::5432"]'), None),
    (file('ports: ["[::1]:5432:5432"]'), None),
    (file('ports: ["${IP:-127.0.0.1}:5432:5432"]'), None),
    (file('ports: ["${IP:?}:5432:5432"]'), None),
    (file("ports: [{target: 5432, published: 5432, host_ip: 127.0.0.1}]"), None),
    (file(web='{build: ., ports: ["8000:8000"]}'), None),
]

CHECK = "healthcheck: {test: pg_isready}"
LONG = "{build: ., depends_on: {db: {condition: service_healthy}}}"
MIGRATED = (
    "{build: ., depends_on: {migrate: {condition: service_completed_successfully}}}\n"
    "  migrate: {build: ., depends_on: {db: {condition: service_healthy}}}"
)
REDIS = "{build: ., depends_on: {db: {condition: service_healthy}, redis: {condition: %s}}}\n  redis: %s"
WEB = compose.wait_for_health("web")
WAITING = [
    (WEB, file(CHECK), "`web` does not wait for `db`"),
    (WEB, file(CHECK, web="{depends_on: [db]}"), "does not wait until `db` is healthy"),
    (WEB, file(CHECK, web="{depends_on: {db: }}"), "does not wait until `db` is healthy"),
    (WEB, file(CHECK, web=LONG.replace("healthy", "started")), "until `db` is healthy"),
    (WEB, file(CHECK, web=LONG.replace("healthy", "healthy, required: false")), "is healthy"),
    (WEB, file(web=LONG), "`db` has no health check"),
    (WEB, file("healthcheck: {interval: 5s}", web=LONG), "no health check"),
    (WEB, file("healthcheck: {test: [NONE]}", web=LONG), "no health check"),
    (WEB, file("healthcheck: {test: pg_isready, disable: true}", web=LONG), "no health check"),
    (WEB, file('healthcheck: {test: ["CMD", "true"]}', web=LONG), "called healthy whatever"),
    (WEB, file("healthcheck: {test: pg_isready || true}", web=LONG), "called healthy whatever"),
    (WEB, file("healthcheck: {test: pg_isready; exit 0}", web=LONG), "called healthy whatever"),
    (WEB, file(CHECK, web=MIGRATED.replace("completed_successfully", "started")), "not wait for"),
    (WEB, file(CHECK, web="{depends_on: [web]}"), "does not wait for `db`"),
    (WEB, file(CHECK, web=REDIS % ("service_healthy", "{image: 'redis:8'}")), "`redis` has no"),
    (
        WEB,
        file(CHECK, web=REDIS % ("service_started", "{healthcheck: {test: redis-cli ping}}")),
        "until `redis` is healthy",
    ),
    (compose.wait_for_health("worker"), file(CHECK, web=LONG), "There is no service `worker`"),
    (WEB, "services:\n  web: {build: .}\n", "There is no service for the database"),
    (WEB, file(CHECK, web=LONG), None),
    (WEB, file("healthcheck: {test: [CMD-SHELL, pg_isready || exit 1]}", web=LONG), None),
    (WEB, file("healthcheck: {test: [CMD, pg_isready, -U, shop]}", web=LONG), None),
    (WEB, file("healthcheck: {test: pg_isready && exit 0}", web=LONG), None),
    (WEB, file(CHECK, web=MIGRATED), None),
    (WEB, file(CHECK, web=LONG + "\n  redis: {image: 'redis:8'}"), None),
    (
        WEB,
        file(CHECK, web=MIGRATED.replace("service_healthy", "service_started")),
        "`web` does not wait for `db`",
    ),
    (
        WEB,
        file(CHECK, web=LONG.replace("db:", "a:") + "\n  a: " + LONG.replace("db:", "web:")),
        "`web` does not wait for `db`",
    ),
    (
        WEB,
        file(CHECK, web=REDIS % ("service_healthy", "{healthcheck: {test: redis-cli ping}}")),
        None,
    ),
    (compose.wait_for_health(), file(CHECK), None),
]

NAMED = "volumes:\n  data:\n"
INSIDE = "/var/lib/postgresql"
KEPT = [
    (file(), "The data of `db` is in no named volume"),
    (file(f'volumes: ["{INSIDE}"]'), "has no name"),
    (file(f'volumes: ["./data:{INSIDE}"]'), "`./data` is a folder of the host"),
    (file(f"volumes: [{{type: bind, source: ./d, target: {INSIDE}}}]"), "`./d` is a folder"),
    (file(f"volumes: [{{type: volume, target: {INSIDE}}}]"), "has no name"),
    (file(f"volumes: [{{type: tmpfs, target: {INSIDE}}}]"), "in no named volume"),
    (file(f'volumes: ["data:{INSIDE}"]'), "`data` is not declared under `volumes`"),
    (file('volumes: ["data:/data"]', rest=NAMED), "in no named volume"),
    (file('volumes: ["data:/var/lib/postgresql2"]', rest=NAMED), "in no named volume"),
    ("services:\n  web: {build: .}\n", "There is no service for the database"),
    (file(f'volumes: ["data:{INSIDE}"]', rest=NAMED), None),
    (file(f'volumes: ["data:{INSIDE}/data:rw"]', rest=NAMED), None),
    (file(f"volumes: [{{type: volume, source: data, target: {INSIDE}}}]", rest=NAMED), None),
    (file(f'volumes: ["data:{INSIDE}"]', rest="volumes: {data: {external: true}}\n"), None),
    (
        file("environment: [PGDATA=/pg/main]", 'volumes: ["data:/pg"]', rest=NAMED),
        None,
    ),
    ("services:\n  db: {build: ., volumes: ['data:/x']}\n" + NAMED, None),
    ("services:\n  a: {image: 'mysql:9', volumes: ['data:/var/lib/mysql']}\n" + NAMED, None),
]

BOTH = compose.restart("web", "worker")


def policy(text: str, worker: str = "restart: always") -> str:
    return f"services:\n  web:\n    {text}\n  worker:\n    {worker}\n"


RESTARTED = [
    (BOTH, policy("build: ."), "`web` is not started again"),
    (BOTH, policy("restart: no"), "`web` is not started again"),
    (BOTH, policy('restart: "no"'), "`web` is not started again"),
    (BOTH, policy("restart: ${POLICY:-no}"), "`web` is not started again"),
    (BOTH, policy("restart: always", "build: ."), "`worker` is not started again"),
    (BOTH, policy("deploy: {restart_policy: {condition: none}}"), "`web` is not"),
    (
        BOTH,
        policy("restart: always\n    deploy: {restart_policy: {condition: none}}"),
        "`web` is not",
    ),
    (BOTH, "services:\n  web: {restart: always}\n", "There is no service `worker`"),
    (BOTH, policy("restart: always"), None),
    (BOTH, policy("restart: unless-stopped"), None),
    (BOTH, policy("restart: on-failure"), None),
    (BOTH, policy("restart: on-failure:5"), None),
    (BOTH, policy("deploy: {restart_policy: {condition: on-failure}}"), None),
    (BOTH, policy("deploy: {restart_policy: {delay: 5s}}"), None),
    (BOTH, "x-a: &a {restart: always}\n" + policy("<<: *a"), None),
]

ALL: list[tuple[Rule, str, str | None]] = [
    *((compose.pinned_images, *each) for each in PINNED),
    *((compose.no_secrets, *each) for each in SECRETS),
    *((compose.databases_are_private, *each) for each in PRIVATE),
    *WAITING,
    *((compose.keeps_data, *each) for each in KEPT),
    *RESTARTED,
]


@pytest.mark.parametrize(("law", "text", "expected"), ALL)
def test_compose(law: Rule, text: str, expected: str | None) -> None:
    tree = parse("compose.yaml", text)
    assert not tree.faults
    problem = law.test(tree)
    found = problem and problem.words
    assert expected in found if expected and found else found == expected
    assert "hunter2" not in (found or "")


LINES = [
    (compose.pinned_images, image("redis"), 3),
    (compose.no_secrets, env("DEBUG: 1", "API_TOKEN: x"), 6),
    (compose.no_secrets, env("- DEBUG=1", "- API_TOKEN=x"), 6),
    (compose.databases_are_private, file("ports:", "  - 127.0.0.1:1:1", "  - 2:2"), 6),
    (compose.keeps_data, file("volumes:", f"  - data:{INSIDE}"), 5),
    (BOTH, policy("build: .", "restart: no"), 2),
    (BOTH, policy("restart: always", "restart: no"), 5),
    (WEB, file(CHECK, web="\n    depends_on:\n      - db"), 6),
    (WEB, file(CHECK, web="\n    depends_on:\n      db:"), 7),
]


@pytest.mark.parametrize(("law", "text", "line"), LINES)
def test_lines(law: Rule, text: str, line: int) -> None:
    problem = law.test(parse("compose.yaml", text))
    assert problem is not None
    assert problem.line == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a"),
        ("${A}", "u"),
        ("$A.b", "u.b"),
        ("${A:-b}", "b"),
        ("${A-}", ""),
        ("${A:?b}", "r"),
        ("${A?}", "r"),
        ("${A:-$B}", "u"),
        ("${A:-x${B:-c}}", "xc"),
        ("$$A", "$A"),
    ],
)
def test_filled(text: str, expected: str) -> None:
    assert filled(text, required="r", unset="u") == expected
