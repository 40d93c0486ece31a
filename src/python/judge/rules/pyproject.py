"""Rules for what `pyproject.toml` depends on, and for the lock that goes with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from harness.parsing.tree import Tree

from . import Problem, Rule, rule
from .requirements import (
    Requirement,
    Version,
    bounds,
    grouped,
    needed,
    normal,
    version,
)

PROJECT = "pyproject.toml"
LOCK = "pylock.toml"
DEPENDENCIES = ("project", "dependencies")

# What a server in production never imports.
DEVELOPMENT = {
    "black",
    "coverage",
    "django-debug-toolbar",
    "django-stubs",
    "djangorestframework-stubs",
    "factory-boy",
    "faker",
    "flake8",
    "freezegun",
    "ipdb",
    "ipython",
    "isort",
    "mypy",
    "pre-commit",
    "pylint",
    "pyright",
    "ruff",
    "tox",
}


@rule(
    "A bare name takes what is newest on the day of the build, or whatever old version fits the rest."
)
def bounded(tree: Tree) -> Problem | None:
    """Every dependency says from which version on, or names one place that does not move."""
    line = tree.line(*DEPENDENCIES)
    found = needed(tree)
    if not found:
        return Problem(line, "There are no `dependencies` under `[project]`")
    for each in found:
        if each.url:
            if not re.search(r"@[0-9a-f]{40}\b|#.*sha256=[0-9a-f]{64}", each.url):
                return Problem(
                    line, f"`{each.name}` comes from an address whose content may change"
                )
        elif not any(each.least or ()):
            return Problem(line, f"`{each.name}` has no lowest version")
    return None


@rule(
    "Without it, every Python may install the project, and a wrong one is noticed when something breaks."
)
def names_python(tree: Tree) -> Problem | None:
    """`requires-python` has a lowest version."""
    return _python(tree, ())


def runs_on(least: str) -> Rule:
    """A rule: `requires-python` begins at this version or later."""

    @rule(f"What the project depends on does not run on a Python older than {least}.")
    def begins(tree: Tree) -> Problem | None:
        return _python(tree, version(least))

    return begins


def _python(tree: Tree, least: Version) -> Problem | None:
    text = tree.get("project", "requires-python")
    if not text:
        return Problem(tree.line("project"), "`[project]` has no `requires-python`")
    line = tree.line("project", "requires-python")
    lowest = Requirement("python", bounds(text), "").least
    if lowest is None:
        return Problem(line, f"`{text}` has no lowest version")
    if lowest < least:
        return Problem(line, f"`{text}` allows a Python that is too old")
    return None


@rule(
    "Each series of Django removes what an earlier one had deprecated: go to the next when you have read its"
    " release notes, not when a build happens to find it."
)
def django_stays(tree: Tree) -> Problem | None:
    """Django gets the fixes of one series, and does not get into the next."""
    line = tree.line(*DEPENDENCIES)
    for each in needed(tree):
        if each.name != "django":
            continue
        if each.url:
            return None  # one place: `bounded` sees whether it moves
        if each.least is None:
            return Problem(line, "Django has no lowest version")
        major, minor = (*each.least, 0)[:2]
        # After X.2 comes the next major number.
        following = (major, minor + 1) if minor < 2 else (major + 1, 0)
        for later in (following, (major + 1, 0), (major + 2, 0)):
            if each.allows(later):
                words = f"A build may take Django {later[0]}.{later[1]}, another series"
                return Problem(line, words)
        return None
    return Problem(line, "Django is not among the `dependencies`")


def groups(*names: str) -> Rule:
    """A rule: these packages are in a dependency group, and no tool is among the dependencies."""

    @rule(
        "Each package in the image is loaded, watched for holes and updated there: tools belong to whoever"
        " develops."
    )
    def apart(tree: Tree) -> Problem | None:
        for each in needed(tree):
            if each.name in DEVELOPMENT or re.match("pytest(-|$)", each.name):
                line = tree.line(*DEPENDENCIES)
                return Problem(line, f"`{each.name}` is among the dependencies of production")
        found = grouped(tree)
        for name in map(normal, names):
            if name not in found:
                line = tree.line("dependency-groups")
                return Problem(line, f"`{name}` is in no dependency group")
        return None

    return apart


@rule(
    "Ranges say what will do; only a lock with hashes installs the same files again, and refuses others."
)
def locked(trees: Mapping[str, Tree], _: Mapping[str, Any]) -> Problem | None:
    """`pylock.toml` has each dependency, in a version that is allowed, with the hash of every file."""
    lock = trees[LOCK]
    versions: dict[str, list[Version]] = {}
    for at, package in enumerate(lock.data["packages"]):
        name, line = normal(package["name"]), lock.line("packages", at)
        # One package may have several entries, for several kinds of machine.
        versions.setdefault(name, []).append(version(package.get("version", "0")))
        files = [*package.get("wheels", [])]
        files += [package[kind] for kind in ("sdist", "archive") if kind in package]
        commit = package.get("vcs", {}).get("commit-id")
        if not commit and not (files and all(each.get("hashes") for each in files)):
            return Problem(line, f"`{name}` has a file without a hash", LOCK)
    for each in needed(trees[PROJECT]):
        line = trees[PROJECT].line(*DEPENDENCIES)
        if each.name not in versions:
            return Problem(line, f"`{each.name}` is not in {LOCK}", PROJECT)
        for given in versions[each.name]:
            if not each.allows(given):
                words = f"{LOCK} has `{each.name}` {'.'.join(map(str, given))}: not what is asked"
                return Problem(line, words, PROJECT)
    return None
