"""Rules for `.dockerignore`."""

from __future__ import annotations

import re
from fnmatch import translate

from harness.parsing.tree import Tree

from . import Problem, Rule, rule


def keeps_out(*paths: str) -> Rule:
    """A rule: these paths do not get into the build."""

    @rule(
        "`COPY . .` takes along all that is not ignored, and more people read the image than the laptop."
    )
    def kept_out(tree: Tree) -> Problem | None:
        for path in paths:
            if not ignored(tree.data, path):
                return Problem(None, f"`{path}` is sent to the build and copied into the image")
        return None

    return kept_out


def ignored(patterns: list[str], path: str) -> bool:
    """Whether the patterns leave a path out; the last that fits decides, as Docker has it."""
    parts = path.split("/")
    ancestors = ["/".join(parts[:size]) for size in range(1, len(parts) + 1)]
    out = False
    for pattern in patterns:
        wanted = pattern.removeprefix("!").strip("/").removeprefix("./")
        # `**/` fits any folder or none; a `*` does not go beyond a slash.
        forms = {wanted, wanted.removeprefix("**/")}
        if any(
            form.count("/") == each.count("/") and re.match(translate(form), each)
            for form in forms
            for each in [*ancestors, *(parts if pattern.startswith("**/") else [])]
        ):
            out = not pattern.startswith("!")
    return out
