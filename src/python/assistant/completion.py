"""What can stand at a caret: from the models first, from Jedi for the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from . import arguments, jedi_names, members, paths
from .arguments import Expected
from .code import Code
from .inference import Inference
from .options import Option
from .place import Place, place

_MOST = 300


def complete(code: Code) -> list[dict[str, Any]]:
    """The completions at the caret, the likeliest first."""
    at = place(code)
    match at.kind:
        case "nowhere":
            return []
        case "attribute":
            found = members.options(Inference(code).of(at.owner))
            if found is not None:
                return _written(found, at.typed)
            return jedi_names.complete(code, at.typed)
        case "string":
            return _in_string(code, at)
        case "name":
            return _at_name(code, at)


def _at_name(code: Code, at: Place) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if at.argument:
        inference = Inference(code)
        expected = arguments.keyword(inference, at)
        if expected is not None:
            found = _path(expected, at.typed, _has_equals(code))
    typed = at.typed.rpartition("__")[2].lower()
    if any(each["label"].lower().startswith(typed) for each in found):
        # What begins so in the model is what is meant; to ask for more would only take time.
        return found
    return (found + jedi_names.complete(code, at.typed))[:_MOST]


def _in_string(code: Code, at: Place) -> list[dict[str, Any]]:
    inference = Inference(code)
    expected = arguments.string(inference, at)
    if expected is not None:
        typed = (
            at.typed.removeprefix("-").removeprefix("+") if expected.style == "value" else at.typed
        )
        return _path(expected, typed)
    values = arguments.choices(inference, at)
    options = [Option(value, "variable", value, label) for value, label in values]
    return _written(options, at.typed)


def _has_equals(code: Code) -> bool:
    """Whether the name of a keyword argument is changed, whose value stands already."""
    return re.match(r"\w*\s*=(?!=)", code.text[code.caret :]) is not None


def _path(expected: Expected, typed: str, bare: bool = False) -> list[dict[str, Any]]:
    found, last = paths.options(expected.model, typed, expected.style, expected.annotations)
    if bare:
        found = [replace(each, insert=each.insert.removesuffix("=")) for each in found]
    return _written(found, last)


def _written(options: list[Option], typed: str) -> list[dict[str, Any]]:
    unique = {option.label: option for option in reversed(options)}
    ordered = [option for option in options if unique.pop(option.label, None) is not None]
    return [option.written(len(typed)) for option in ordered]
