"""What a word of the code is, in plain text."""

from __future__ import annotations

import re
from typing import Any

from . import arguments, jedi_names, models, paths
from .arguments import Expected
from .code import Code
from .inference import Inference, attribute
from .kinds import Instance, Kind, Method, ModelClass, Rows
from .lookup_words import LOOKUP_WORDS
from .options import field_detail, field_words, first_line, signature_of
from .place import Place, place
from .schema import is_own
from .signatures import method_of

_WORD = re.compile(r"\w+")


def describe(code: Code) -> str | None:
    """What stands at the caret; None when there is nothing to say."""
    word = next((each for each in _WORD.finditer(code.text) if _holds(each, code.caret)), None)
    if word is None:
        return None
    # Of `customer__name`, the part that is pointed at, and what leads to it.
    end = code.text.find("__", code.caret, word.end())
    end = word.end() if end <= word.start() else end
    at = place(Code(code.path, code.text, end))
    inference = Inference(Code(code.path, code.text, word.end()))
    return _orm(inference, at) or jedi_names.describe(code)


def _holds(word: re.Match[str], caret: int) -> bool:
    return word.start() <= caret < word.end()


def _orm(inference: Inference, at: Place) -> str | None:
    match at.kind:
        case "attribute":
            return _member(inference.of(at.owner), at.typed)
        case "string":
            expected = arguments.string(inference, at)
            return expected and _path(expected, at.typed.removeprefix("-"))
        case "name":
            expected = arguments.keyword(inference, at) if at.argument else None
            found = expected and _path(expected, at.typed)
            return found or _kind(inference.of(at.typed))
        case _:
            return None


def _member(owner: Kind | None, name: str) -> str | None:
    if isinstance(owner, Instance):
        for field in models.fields(owner.model):
            if name in (models.accessor(field), getattr(field, "attname", None)):
                return _field(owner.model, field, name)
    return _kind(attribute(owner, name)) if owner else None


def _path(expected: Expected, typed: str) -> str | None:
    *before, last = typed.split("__")
    stop = paths.walk(expected.model, before, expected.style)
    if stop is None:
        return None
    if stop.model is not None:
        field = models.field_named(stop.model, last)
        if field is not None:
            return _field(stop.model, field, last)
    if stop.field is not None and last in paths.lookups_of(stop.field):
        return f"{last}: {LOOKUP_WORDS.get(last, 'a lookup')}"
    return None


def _field(model: Any, field: Any, name: str) -> str:
    words = field_words(field)
    return f"{model.__name__}.{name}: {field_detail(field)}" + (f"\n{words}" if words else "")


def _kind(kind: Kind | None) -> str | None:
    match kind:
        case ModelClass(model=model):
            return _model(model)
        case Instance(model=model):
            return f"One {model.__name__}"
        case Rows(model=model, instances=instances):
            return f"Rows of {model.__name__}" + ("" if instances else ", as values")
        case Method(name=name):
            function = method_of(kind)
            if function is None:
                return None
            words = first_line(function)
            return f"{name}{signature_of(function)}" + (f"\n{words}" if words else "")
        case _:
            return None


def _model(model: Any) -> str:
    meta = model._meta
    names = ", ".join(field.name for field in (*meta.concrete_fields, *meta.many_to_many))
    origin = "a model of this project" if is_own(model) else f"a model of {model.__module__}"
    return f"{meta.label}: {origin}, table {meta.db_table}\nFields: {names}"
