"""What nginx does with a request: directives with what they inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from harness.parsing.tree import Path, Tree

UNITS = {"ms": 0.001, "s": 1, "": 1, "m": 60, "h": 3600, "d": 86_400}


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive and its line."""

    name: str
    args: list[str]
    line: int


@dataclass(frozen=True, slots=True)
class Pass:
    """A place where requests are handed on, with the blocks around it, innermost first."""

    target: Directive
    around: Sequence[list[Directive]]

    def find(self, name: str) -> Directive | None:
        """The directive that holds here: the innermost one."""
        for block in self.around:
            if found := [each for each in block if each.name == name]:
                return found[-1]
        return None


@dataclass(frozen=True, slots=True)
class Upstream:
    """A named group of servers."""

    name: str
    directives: list[Directive]

    def find(self, name: str) -> list[Directive]:
        """Its directives of that name."""
        return [each for each in self.directives if each.name == name]


def passes(tree: Tree) -> list[Pass]:
    """Every `proxy_pass`."""
    return list(_passes(tree, tree.data, (), ()))


def _passes(
    tree: Tree, block: list[dict[str, Any]], path: Path, around: tuple[list[Directive], ...]
) -> Iterator[Pass]:
    here = (_directives(tree, block, path), *around)
    for directive in here[0]:
        if directive.name == "proxy_pass":
            yield Pass(directive, here)
    for at, each in enumerate(block):
        if "block" in each:
            yield from _passes(tree, each["block"], (*path, at, "block"), here)


def upstreams(tree: Tree) -> dict[str, Upstream]:
    """The groups of servers by name."""
    return dict(_upstreams(tree, tree.data, ()))


def _upstreams(
    tree: Tree, block: list[dict[str, Any]], path: Path
) -> Iterator[tuple[str, Upstream]]:
    for at, each in enumerate(block):
        inner = each.get("block")
        if inner is None:
            continue
        if each["directive"] == "upstream":
            (name,) = each["args"]
            yield name, Upstream(name, _directives(tree, inner, (*path, at, "block")))
        yield from _upstreams(tree, inner, (*path, at, "block"))


def _directives(tree: Tree, block: list[dict[str, Any]], path: Path) -> list[Directive]:
    return [
        Directive(each["directive"], list(each["args"]), tree.line(*path, at) or 1)
        for at, each in enumerate(block)
    ]


def addresses(tree: Tree, place: Pass) -> list[Directive]:
    """The servers that a request may be handed to: each a directive whose first argument says where."""
    target = place.target.args[0].removeprefix("http://").removesuffix("/")
    if group := upstreams(tree).get(target):
        return group.find("server")
    return [Directive("proxy_pass", [target], place.target.line)]


def address(text: str) -> str:
    """One way to write an address: `127.0.0.1:8000`, `unix:/run/shop.sock`."""
    if text.startswith("unix:"):
        return "unix:/" + text.removeprefix("unix:").strip(":/")
    parts = urlsplit(f"//{text}")
    host = "127.0.0.1" if parts.hostname == "localhost" else parts.hostname
    return f"{host}:{parts.port or 80}"


def seconds(args: list[str]) -> float:
    """A time as nginx writes it: `90`, `30s`, `1m 30s`."""
    found = re.findall(r"(\d+)(ms|[smhd]?)", "".join(args))
    return sum(int(number) * UNITS[unit] for number, unit in found)
