"""What Jedi knows of the rest of Python, where its pack is there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from harness.project import ROOT

from .code import Code
from .options import OptionKind

# Jedi goes deep; the interpreter of runs is kept shallower on purpose.
_RECURSION = 900
_MOST = 200
_LONGEST = 1200

_KINDS: dict[str, OptionKind] = {
    "function": "function",
    "class": "class",
    "module": "module",
    "namespace": "module",
    "keyword": "keyword",
    "property": "field",
}


def complete(code: Code, typed: str) -> list[dict[str, Any]]:
    """Completions; private names only for who begins one."""

    def ask(script: Any) -> list[dict[str, Any]]:
        found = script.complete(code.line, code.column)
        wanted = [each for each in found if typed.startswith("_") or not each.name.startswith("_")]
        return [_written(each, typed) for each in wanted[:_MOST]]

    return _asked(code, ask) or []


def signature(code: Code) -> dict[str, Any] | None:
    """The signature of the innermost call."""

    def ask(script: Any) -> dict[str, Any] | None:
        found = script.get_signatures(code.line, code.column)
        if not found:
            return None
        first = found[0]
        parameters = [each.to_string() for each in first.params]
        return {
            "label": f"{first.name}({', '.join(parameters)})",
            "parameters": parameters,
            "active": -1 if first.index is None else first.index,
            "documentation": _paragraph(first.docstring(raw=True)),
        }

    return _asked(code, ask)


def describe(code: Code) -> str | None:
    """What a name is."""

    def ask(script: Any) -> str | None:
        for each in script.help(code.line, code.column)[:1]:
            if each.type == "keyword":
                return None
            text = each.docstring()
            return text[:_LONGEST] or None
        return None

    return _asked(code, ask)


def _asked[T](code: Code, ask: Callable[[Any], T]) -> T | None:
    try:
        import jedi
    except ImportError:
        return None
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(_RECURSION)
    try:
        # It reads sources and stubs; only compiled modules of packages would be imported.
        project = jedi.Project(ROOT, sys_path=[ROOT, *(p for p in sys.path if p and p != ROOT)])
        environment = jedi.InterpreterEnvironment()
        return ask(
            jedi.Script(
                code.text, path=f"{ROOT}/{code.path}", project=project, environment=environment
            )
        )
    except Exception:
        # Jedi stumbles over some unfinished code, and over very deep one; typing goes on without it.
        return None
    finally:
        sys.setrecursionlimit(limit)


def _written(each: Any, typed: str) -> dict[str, Any]:
    name = each.name_with_symbols
    return {
        "label": each.name,
        "kind": _KINDS.get(each.type, "variable"),
        "insert": name,
        "replace": len(typed),
        "detail": each.type if each.type in ("function", "class", "module") else "",
        "documentation": "",
    }


def _paragraph(text: str) -> str:
    return " ".join(text.split("\n\n", 1)[0].split())
