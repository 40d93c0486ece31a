"""What a compose file says: its services, with variables filled in and both forms of each list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from harness.parsing.tree import Tree

# Where the data is, in the images of databases that everybody uses.
DATABASES = {
    "db": "",
    "database": "",
    "postgres": "/var/lib/postgresql",
    "postgresql": "/var/lib/postgresql",
    "postgis": "/var/lib/postgresql",
    "pgvector": "/var/lib/postgresql",
    "timescaledb": "/var/lib/postgresql",
    "mysql": "/var/lib/mysql",
    "mariadb": "/var/lib/mysql",
    "mongo": "/data/db",
}
# Services beside the database that only the application talks to.
STORES = {*DATABASES, "redis", "valkey", "memcached", "rabbitmq"}

_VARIABLE = re.compile(r"\$\{(?P<braced>[^${}]*)\}|\$(?P<bare>[A-Za-z_]\w*)")
_BRACED = re.compile(r"\w+(?P<sign>:?[-?+])?(?P<rest>.*)", re.DOTALL)


def services(tree: Tree) -> Mapping[str, Any]:
    """The services by name."""
    return {name: data or {} for name, data in tree.data["services"].items()}


def databases(tree: Tree) -> dict[str, str]:
    """Where the data of each database is, by the name of its service; empty when nobody knows."""
    found: dict[str, str] = {}
    for name, data in services(tree).items():
        kind = kind_of(name, data)
        if kind in DATABASES:
            found[name] = DATABASES[kind]
    return found


def kind_of(name: str, data: Mapping[str, Any]) -> str:
    """What a service is: its image without registry and tag, or its name when that tells more."""
    image, _ = named(filled(str(data.get("image", ""))))
    image = image.rpartition("/")[2].lower()
    return image if image in STORES else name.lower()


def named(image: str) -> tuple[str, str]:
    """The name of an image, and its tag or digest."""
    name, _, digest = image.partition("@")
    if digest:
        return name, digest
    path, slash, last = name.rpartition("/")
    last, _, tag = last.partition(":")
    return path + slash + last, tag


def filled(text: str, required: str = "", unset: str = "") -> str:
    """The text as it is when no variable is set: with the defaults that it names.

    `required` stands for variables without which compose stops, `unset` for those that it leaves empty.
    """

    def value(match: re.Match[str]) -> str:
        braced = _BRACED.fullmatch(match["braced"] or "")
        sign = (braced and braced["sign"]) or ""
        if braced and sign.endswith("-"):
            return braced["rest"]
        return required if sign.endswith("?") else unset

    # `$$` is a dollar sign. Variables may stand in the defaults of others: from the inside out.
    text, before = text.replace("$$", "\0"), ""
    while text != before:
        before, text = text, _VARIABLE.sub(value, text, count=1)
    return text.replace("\0", "$")


def environment(tree: Tree, service: str) -> Iterator[tuple[str, str | None, int | None]]:
    """Names and values that a service is given, and their lines; None is taken from the shell."""
    path = ("services", service, "environment")
    given = tree.get(*path) or {}
    if isinstance(given, list):
        for at, each in enumerate(given):
            name, sign, value = str(each).partition("=")
            yield name, value if sign else None, tree.line(*path, at)
    else:
        for name, value in given.items():
            yield name, None if value is None else str(value), tree.line(*path, name)


def waited_for(data: Mapping[str, Any]) -> dict[str, str]:
    """What a service depends on, and the condition that it waits for."""
    given: Any = data.get("depends_on") or {}
    if isinstance(given, list):
        return dict.fromkeys(given, "service_started")
    found: dict[str, str] = {}
    for name, each in given.items():
        # What is not required is started all the same: compose warns, and goes on.
        sure = (each or {}).get("required", True) is not False
        found[name] = each.get("condition", "service_started") if each and sure else ""
    return found
