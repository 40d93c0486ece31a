"""One thing that a completion offers, and the words for it."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models.fields.reverse_related import ForeignObjectRel

from . import models

type OptionKind = Literal[
    "field",
    "relation",
    "lookup",
    "method",
    "function",
    "class",
    "module",
    "keyword",
    "variable",
]


@dataclass(frozen=True, slots=True)
class Option:
    """`Completion` of `src/editor/language.ts`, without how much it replaces."""

    label: str
    kind: OptionKind
    insert: str
    detail: str = ""
    documentation: str = ""

    def written(self, replace: int) -> dict[str, Any]:
        """As the page reads it."""
        return {
            "label": self.label,
            "kind": self.kind,
            "insert": self.insert,
            "replace": replace,
            "detail": self.detail,
            "documentation": self.documentation,
        }


def field_option(field: Any, name: str, insert: str | None = None) -> Option:
    """A field or a relation."""
    kind: OptionKind = "relation" if models.target(field) else "field"
    text = name if insert is None else insert
    return Option(name, kind, text, field_detail(field), field_words(field))


def field_detail(field: Any) -> str:
    """What a field is, in a few words."""
    goal = models.target(field)
    if goal is None:
        length = getattr(field, "max_length", None)
        kind = type(field).__name__
        return f"{kind}({length})" if length and kind == "CharField" else kind
    name = goal.__name__
    if isinstance(field, ForeignObjectRel):
        of = f"{name}.{field.field.name}"
        return f"{name}, one, by {of}" if not models.is_many(field) else f"many {name}, by {of}"
    return f"{type(field).__name__} to {name}"


def field_words(field: Any) -> str:
    """What else is worth knowing about a field."""
    if isinstance(field, ForeignObjectRel):
        name = field.field.name
        return f"The way back of {field.related_model.__name__}.{name}."
    parts: list[str] = []
    if field.help_text if hasattr(field, "help_text") else False:
        parts.append(f"{field.help_text}.")
    if getattr(field, "primary_key", False):
        parts.append("The primary key.")
    elif getattr(field, "unique", False):
        parts.append("Unique.")
    if getattr(field, "null", False):
        parts.append("May be NULL.")
    choices = getattr(field, "choices", None)
    if choices:
        parts.append("One of " + ", ".join(repr(value) for value, _ in list(choices)[:8]) + ".")
    if models.target(field) and not isinstance(field, ForeignObjectRel):
        back = getattr(field.remote_field, "get_accessor_name", lambda: None)()
        if back:
            parts.append(f"Back from {models.target(field).__name__}: .{back}")  # pyright: ignore[reportOptionalMemberAccess]
    return " ".join(parts)


def method_option(name: str, value: Any) -> Option:
    """A method, with what it takes and the first line of what it says of itself."""
    if isinstance(value, property):
        return Option(name, "field", name, "property", first_line(value.fget))
    if not callable(value):
        return Option(name, "variable", name)
    return Option(name, "method", name, signature_of(value), first_line(value))


def signature_of(function: Any, bound: bool = True) -> str:
    """Its parameters in brackets, without `self` and types."""
    return f"({', '.join(parameters_of(function, bound))})"


def parameters_of(function: Any, bound: bool = True) -> list[str]:
    """Its parameters, without `self` and types."""
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except ValueError, TypeError:
        return []
    if bound and parameters and parameters[0].name in ("self", "cls"):
        parameters = parameters[1:]
    written: list[str] = []
    starred = False
    for each in parameters:
        if each.kind is each.KEYWORD_ONLY and not starred:
            written.append("*")
        starred = starred or each.kind in (each.VAR_POSITIONAL, each.KEYWORD_ONLY)
        written.append(str(each.replace(annotation=each.empty)))
    return written


def first_line(value: Any) -> str:
    """The first sentence or so of its documentation."""
    text = inspect.getdoc(value) or ""
    return " ".join(text.split("\n\n", 1)[0].split())
