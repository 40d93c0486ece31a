"""Rules for compose files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from harness.parsing.tree import Tree

from ..secrets import has_credentials, is_secret
from . import Problem, Rule, rule
from .mounts import Mount, mounts
from .services import (
    STORES,
    databases,
    environment,
    filled,
    kind_of,
    named,
    services,
    waited_for,
)
from .shell import commands

EVERYWHERE = {"", "0.0.0.0", "::", "[::]", "*"}
NO_DATABASE = Problem(None, "There is no service for the database")


@rule("A tag that moves starts another version on the next machine, and nobody has decided so.")
def pinned_images(tree: Tree) -> Problem | None:
    """Every image that is not built here has a tag with a version, or a digest."""
    for name, data in services(tree).items():
        if "build" in data or "image" not in data:
            continue
        # A variable hands the choice to whoever deploys; its default must be a version.
        image = str(data["image"])
        _, tag = named(filled(image, required="any:1", unset="any:1"))
        if not re.search(r"\d", tag) or "latest" in tag.split("-"):
            line = tree.line("services", name, "image")
            return Problem(line, f"`{image}` has no fixed version")
    return None


@rule(
    "This file is in the repository, and whoever reads that has the secret: name it, as in `${NAME}`, or"
    " give it with `env_file` or `secrets`."
)
def no_secrets(tree: Tree) -> Problem | None:
    """No secret is written into `environment`, nor as the default of a variable."""
    for service in services(tree):
        for name, value, line in environment(tree, service):
            text = filled(value or "")
            if has_credentials(text):
                return Problem(line, f"`{name}` of `{service}` holds a URL with a password")
            if is_secret(name) and text and not text.startswith("/run/secrets/"):
                return Problem(line, f"The secret `{name}` of `{service}` is written here")
    return None


@rule(
    "A port without an address is open on every interface of the host. Services of this file reach each"
    " other by name, without `ports`."
)
def databases_are_private(tree: Tree) -> Problem | None:
    """What only the application talks to is not published, or for one address alone."""
    if not databases(tree):
        return NO_DATABASE
    for name, data in services(tree).items():
        if kind_of(name, data) not in STORES:
            continue
        if data.get("network_mode") == "host":
            line = tree.line("services", name, "network_mode")
            return Problem(line, f"`{name}` is in the network of the host")
        for at, port in enumerate(data.get("ports") or []):
            if _address(port) in EVERYWHERE:
                line = tree.line("services", name, "ports", at)
                return Problem(line, f"`{name}` is published on every interface")
    return None


def _address(port: Any) -> str:
    """The address of the host that a port is bound to; empty for all."""
    if isinstance(port, Mapping):
        return filled(str(port.get("host_ip", "")), required="set")
    # [[address:]port:]port[/protocol], where an address of IPv6 has colons of its own.
    parts = filled(str(port), required="set").partition("/")[0].split(":")
    return ":".join(parts[:-2])


def wait_for_health(*names: str) -> Rule:
    """A rule: these services start when each database answers."""

    @rule(
        "`depends_on` alone waits until a container has started, and a database answers some seconds later."
    )
    def waiting(tree: Tree) -> Problem | None:
        all_services = services(tree)
        if not databases(tree):
            return NO_DATABASE
        for name, data in all_services.items():
            if kind_of(name, data) in STORES and (words := _unwell(data)):
                asked = any(name in waited_for(other) for other in all_services.values())
                if asked or name in databases(tree):
                    line = tree.line("services", name, "healthcheck")
                    return Problem(line, f"`{name}` {words}")
        for name in names:
            if name not in all_services:
                return Problem(None, f"There is no service `{name}`")
            line = tree.line("services", name, "depends_on")
            for other, condition in waited_for(all_services[name]).items():
                store = kind_of(other, all_services[other]) in STORES
                if store and condition != "service_healthy":
                    where = tree.line("services", name, "depends_on", other) or line
                    return Problem(where, f"`{name}` does not wait until `{other}` is healthy")
            for database in databases(tree):
                if not _waits(all_services, name, database, set()):
                    return Problem(line, f"`{name}` does not wait for `{database}`")
        return None

    return waiting


def _waits(all_services: Mapping[str, Any], name: str, database: str, seen: set[str]) -> bool:
    """Whether a service waits for a database, itself or through one that it waits for."""
    seen.add(name)
    for other, condition in waited_for(all_services[name]).items():
        if other == database and condition == "service_healthy":
            return True
        certain = condition in ("service_healthy", "service_completed_successfully")
        if certain and other not in seen and _waits(all_services, other, database, seen):
            return True
    return False


def _unwell(data: Mapping[str, Any]) -> str | None:
    """What is wrong with the health check of a service."""
    check: Mapping[str, Any] = data.get("healthcheck") or {}
    test = check.get("test")
    if not test or test in ("NONE", ["NONE"]) or check.get("disable") in (True, "true"):
        return "has no health check to wait for"
    words = test if isinstance(test, list) else ["CMD-SHELL", str(test)]
    text = " ".join(map(str, words[1:]))
    called = list(commands(text))
    always = called and called[-1].words in (["true"], [":"], ["exit", "0"])
    # Behind `&&` it changes nothing.
    if always and (len(called) == 1 or called[-2].then != "&&"):
        return "is called healthy whatever its health check finds"
    return None


@rule(
    "What a container writes goes when the container is removed, and each new image removes it. A named"
    " volume stays."
)
def keeps_data(tree: Tree) -> Problem | None:
    """Every database has a named volume, where its data is."""
    found = databases(tree)
    declared: Mapping[str, Any] = tree.get("volumes") or {}
    for name, folder in found.items():
        moved = {key: filled(value or "") for key, value, _ in environment(tree, name)}
        folder = moved.get("PGDATA") or folder
        given = [each for each in mounts(tree, name) if each.holds(folder)]
        volumes = [each for each in given if each.kind == "volume" and each.source]
        if not volumes:
            return _unnamed(tree, name, given)
        for each in volumes:
            if each.source not in declared:
                return Problem(each.line, f"`{each.source}` is not declared under `volumes`")
    return None if found else NO_DATABASE


def _unnamed(tree: Tree, name: str, given: list[Mount]) -> Problem:
    for each in given:
        if each.kind == "bind":
            words = f"`{each.source}` is a folder of the host, not a named volume"
            return Problem(each.line, words)
        if each.kind == "volume":
            words = f"The volume for `{each.target}` has no name: a new container gets a new one"
            return Problem(each.line, words)
    line = tree.line("services", name, "volumes")
    return Problem(line, f"The data of `{name}` is in no named volume")


def restart(*names: str) -> Rule:
    """A rule: these services are started again when they end."""

    @rule("Without a policy, a process that has died stays dead until somebody notices.")
    def restarted(tree: Tree) -> Problem | None:
        for name in names:
            data = services(tree).get(name)
            if data is None:
                return Problem(None, f"There is no service `{name}`")
            line = tree.line("services", name, "restart")
            # The policy under `deploy` goes before `restart`.
            policy = (data.get("deploy") or {}).get("restart_policy")
            if policy is not None:
                line = tree.line("services", name, "deploy", "restart_policy")
                good = policy.get("condition", "any") in ("any", "on-failure")
            else:
                kind = filled(str(data.get("restart", "no"))).partition(":")[0]
                good = kind in ("always", "unless-stopped", "on-failure")
            if not good:
                return Problem(line, f"`{name}` is not started again when it ends")
        return None

    return restarted
