"""Files of environment variables: `NAME=value`, quotes and comments as in a shell."""

from __future__ import annotations

import shlex

from .tree import Tree


def read(tree: Tree, text: str) -> None:
    """Value by name, all of them text; nothing is substituted."""
    tree.data = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, sign, value = line.removeprefix("export ").partition("=")
        name = name.strip()
        if not sign:
            tree.fault(number, f"there is no = in {line}")
            continue
        if not name.isidentifier():
            tree.fault(number, f"not a name: {name}")
            continue
        try:
            tree.data[name] = _value(value.strip())
        except ValueError:
            tree.fault(number, "a quote is not closed")
            continue
        tree.lines[(name,)] = number


def _value(text: str) -> str:
    if text[:1] in ("'", '"'):
        return next(iter(shlex.split(text, comments=True)), "")
    if text.startswith("#"):
        return ""
    return text.partition(" #")[0].rstrip()
