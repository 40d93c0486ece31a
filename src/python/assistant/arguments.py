"""What names of a model an argument can be: `filter(` takes lookups, `select_related("` relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models as django_models
from django.db.models import Model, functions
from django.db.models.expressions import BaseExpression, F, Value

from .inference import Inference
from .kinds import Instance, Kind, Method, ModelClass, Named, Rows
from .paths import Style
from .place import Call, Place

_LOOKUPS = frozenset(
    [
        "filter",
        "exclude",
        "get",
        "aget",
        "get_or_create",
        "update_or_create",
        "aget_or_create",
        "aupdate_or_create",
    ]
)
_ASSIGNED = {"create", "update", "acreate", "aupdate"}
_STRINGS: dict[str, Style] = {
    **dict.fromkeys(
        ("values", "values_list", "order_by", "distinct", "earliest", "latest"), "value"
    ),
    **dict.fromkeys(("dates", "datetimes", "aearliest", "alatest"), "value"),
    "only": "column",
    "defer": "column",
    "select_related": "join",
    "prefetch_related": "prefetch",
}
# Keyword arguments, of whatever is called, that hold names of the model's own fields.
_COLUMNS = {"fields", "update_fields", "unique_fields", "field_name", "field_names", "include"}
_OF_MODEL = {"get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"}


@dataclass(frozen=True, slots=True)
class Expected:
    """Names of this model, in this style, with these annotations besides."""

    model: Any
    style: Style
    annotations: tuple[str, ...] = ()


def keyword(inference: Inference, place: Place) -> Expected | None:
    """What the name of a keyword argument can be."""
    if not place.calls:
        return None
    call, kind = place.calls[0], inference.of(place.calls[0].callee)
    match kind:
        case Method(owner=Rows() as rows, name=name):
            if name in _LOOKUPS:
                return Expected(rows.model, "lookup", rows.annotations)
            return Expected(rows.model, "assign") if name in _ASSIGNED else None
        case ModelClass(model=model):
            return Expected(model, "assign")
        case _:
            pass
    name = call.callee.rpartition(".")[2]
    if name in _OF_MODEL:
        first = inference.of(call.first)
        return Expected(first.model, "lookup") if isinstance(first, (ModelClass, Rows)) else None
    if name in ("Q", "When"):
        rows = _around(inference, place.calls[1:])
        return rows and Expected(rows.model, "lookup", rows.annotations)
    return None


def string(inference: Inference, place: Place) -> Expected | None:
    """What the content of a string can be."""
    if not place.calls:
        return None
    call, kind = place.calls[0], inference.of(place.calls[0].callee)
    if call.keyword is not None and call.keyword not in _COLUMNS:
        return None
    model = kind.owner.model if isinstance(kind, Method) else None
    if model is not None and (call.keyword or _is_list_of_columns(kind, call)):
        return Expected(model, "column")
    match kind:
        case Method(owner=Rows() as rows, name=name) if name in _STRINGS:
            return Expected(rows.model, _STRINGS[name], rows.annotations)
        case Named() | None:
            return _in_expression(inference, place, call)
        case _:
            return None


def _is_list_of_columns(kind: Kind | None, call: Call) -> bool:
    return isinstance(kind, Method) and kind.name in ("bulk_update", "abulk_update") and call.nested


def _in_expression(inference: Inference, place: Place, call: Call) -> Expected | None:
    name = call.callee.rpartition(".")[2]
    if call.keyword is not None:
        if name not in ("Index", "UniqueConstraint"):
            return None
        rows = _meta(inference)
        return rows and Expected(rows.model, "column")
    skip = 1 if name == "OuterRef" else 0
    if name == "Prefetch" and call.index == 0:
        rows = _around(inference, place.calls[1:])
        return rows and Expected(rows.model, "prefetch")
    if not _is_expression(name):
        return None
    rows = _around(inference, place.calls[1:], skip)
    return rows and Expected(rows.model, "value", rows.annotations)


def _is_expression(name: str) -> bool:
    found = getattr(django_models, name, None) or getattr(functions, name, None)
    return (
        isinstance(found, type)
        and issubclass(found, (BaseExpression, F))
        and not issubclass(found, (Value, Model))
    )


def _around(inference: Inference, calls: list[Call], skip: int = 0) -> Rows | None:
    """The rows that an expression is about: those of the query around it, or of the class."""
    for call in calls:
        kind = inference.of(call.callee)
        rows: Rows | None = None
        if isinstance(kind, Method) and isinstance(kind.owner, Rows):
            rows = kind.owner
        elif call.callee.rpartition(".")[2] in _OF_MODEL:
            first = inference.of(call.first)
            if isinstance(first, (ModelClass, Rows)):
                rows = Rows(first.model, object)
        if rows is not None and skip == 0:
            return rows
        if rows is not None:
            skip -= 1
    return _meta(inference) if skip == 0 else None


def _meta(inference: Inference) -> Rows | None:
    """The model whose class the place is in."""
    kind = inference.around()
    return Rows(kind.model, object) if isinstance(kind, (Instance, Rows)) else None


def choices(inference: Inference, place: Place) -> list[tuple[str, str]]:
    """The values that the field of a keyword argument can have, with their names."""
    from . import models, paths

    if not place.calls or place.calls[0].keyword is None:
        return []
    expected = keyword(inference, place)
    if expected is None:
        return []
    names = place.calls[0].keyword.split("__")
    stop = paths.walk(expected.model, names[:1])
    for count in range(len(names), 0, -1):
        stop = paths.walk(expected.model, names[:count])
        if stop is not None:
            break
    field = stop.field if stop is not None and stop.model is None else None
    if field is None or models.target(field) if hasattr(field, "is_relation") else True:
        return []
    found = getattr(field, "choices", None) or []
    return [(str(value), str(label)) for value, label in found if isinstance(value, str)]
