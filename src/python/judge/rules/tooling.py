"""Rules for the tools that `pyproject.toml` configures."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any

from harness.parsing.tree import Tree

from . import Problem, Rule, rule


@rule(
    "With the rules in the file, editor, commit and build find the same; what Ruff checks unasked is a part"
    " of what it can."
)
def configures_ruff(tree: Tree) -> Problem | None:
    """Ruff's rules are chosen, where it now looks for them."""
    ruff: Mapping[str, Any] | None = tree.get("tool", "ruff")
    if ruff is None:
        return Problem(None, "There is no `[tool.ruff]`")
    line = tree.line("tool", "ruff", "lint") or tree.line("tool", "ruff")
    for old in ("select", "extend-select", "ignore"):
        if old in ruff:
            where = tree.line("tool", "ruff", old)
            return Problem(where, f"`{old}` belongs under `[tool.ruff.lint]`")
    lint: Mapping[str, Any] = ruff.get("lint", {})
    if not (lint.get("select") or lint.get("extend-select")):
        return Problem(line, "No rules are chosen: there is no `select` for Ruff")
    if "ALL" in lint.get("ignore", []):
        return Problem(tree.line("tool", "ruff", "lint", "ignore"), "All rules are ignored")
    return None


def configures_pytest(settings: str) -> Rule:
    """A rule: pytest starts Django with these settings, and stops at markers that nobody registered."""

    @rule(
        "Then `pytest` alone runs the same tests for everybody; and a marker with a slip in it, which selects"
        " nothing, is an error."
    )
    def configured(tree: Tree) -> Problem | None:
        path = ("tool", "pytest")
        native: Mapping[str, Any] = tree.get(*path, default={})
        table: Mapping[str, Any] = native
        if "ini_options" in native:
            if len(native) > 1:
                words = "pytest stops: it reads `[tool.pytest]` or `[tool.pytest.ini_options]`"
                return Problem(tree.line(*path), words)
            path = (*path, "ini_options")
            table = native["ini_options"]
        if not table:
            return Problem(None, "There is no `[tool.pytest]`")
        given = table.get("addopts", [])
        options = shlex.split(given) if isinstance(given, str) else list(given)
        used = _settings(options) or table.get("DJANGO_SETTINGS_MODULE")
        if used != settings:
            line = tree.line(*path, "DJANGO_SETTINGS_MODULE")
            return Problem(line, f"The tests start with {used or 'no settings'}, not `{settings}`")
        if not _strict(options, table):
            return Problem(tree.line(*path, "addopts"), "Unknown markers are let pass")
        return None

    return configured


def _settings(options: list[str]) -> str | None:
    """What `--ds` says, in either form; it goes before the setting of that name."""
    for at, option in enumerate(options):
        if option.startswith("--ds="):
            return option.removeprefix("--ds=")
        if option == "--ds" and at + 1 < len(options):
            return options[at + 1]
    return None


def _strict(options: list[str], table: Mapping[str, Any]) -> bool:
    if "--strict-markers" in options:
        return True
    # The setting for markers goes before the one for all that can be strict.
    told = table.get("strict_markers", "--strict" in options or table.get("strict", False))
    return told is True or str(told).lower() in ("true", "1", "yes", "on")
