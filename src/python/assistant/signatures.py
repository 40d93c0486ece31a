"""What the call around a caret takes."""

from __future__ import annotations

import inspect
from typing import Any

from . import jedi_names
from .code import Code
from .inference import Inference
from .kinds import Instance, Kind, Method, ModelClass, Rows
from .options import first_line, parameters_of
from .place import Call, place


def signature(code: Code) -> dict[str, Any] | None:
    """The signature of the innermost call, and which parameter the caret is in."""
    at = place(code)
    if not at.calls:
        return None
    call = at.calls[0]
    kind = Inference(code).of(call.callee)
    name = call.callee.rpartition(".")[2]
    if isinstance(kind, ModelClass):
        fields = [field.name for field in kind.model._meta.concrete_fields]
        return _made(name, [f"{each}=" for each in fields], call, "")
    function = method_of(kind)
    if function is None:
        return jedi_names.signature(code)
    return _made(name, parameters_of(function), call, first_line(function))


def method_of(kind: Kind | None) -> Any | None:
    """The function behind a method."""
    match kind:
        case Method(owner=Rows(of=of), name=name):
            found = inspect.getattr_static(of, name, None)
        case Method(owner=Instance(model=model) | ModelClass(model=model), name=name):
            found = inspect.getattr_static(model, name, None)
        case _:
            return None
    if isinstance(found, (classmethod, staticmethod)):
        found = found.__func__
    return found if callable(found) else None


def _made(name: str, parameters: list[str], call: Call, words: str) -> dict[str, Any]:
    return {
        "label": f"{name}({', '.join(parameters)})",
        "parameters": parameters,
        "active": _active(parameters, call),
        "documentation": words,
    }


def _active(parameters: list[str], call: Call) -> int:
    def bare(text: str) -> str:
        return text.partition("=")[0].lstrip("*")

    if call.keyword is not None:
        for index, each in enumerate(parameters):
            if bare(each) == call.keyword and not each.startswith("*"):
                return index
        return next((n for n, each in enumerate(parameters) if each.startswith("**")), -1)
    for index, each in enumerate(parameters):
        if each == "*" or each.startswith("**"):
            return index if each.startswith("**") else -1
        if each.startswith("*") or index == call.index:
            return index
    return -1
