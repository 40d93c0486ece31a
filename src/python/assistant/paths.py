"""Names across `__`, as queries take them: fields, relations, transforms, lookups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Transform
from django.db.models.fields import Field
from django.db.models.fields.reverse_related import ForeignObjectRel

from . import models
from .lookup_words import LOOKUP_WORDS
from .options import Option, field_option

# `lookup`: a keyword of `filter()`. `value`: a name for `values()`, `F()`, `order_by()`. `column`: one
# of the model's own fields. `assign`: a keyword of `create()` and `update()`. `join`: what
# `select_related()` follows. `prefetch`: what `prefetch_related()` does.
type Style = Literal["lookup", "value", "column", "assign", "join", "prefetch"]


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a path has come to: a model, or a field or transform."""

    model: Any | None = None
    # What has `get_lookups`.
    field: Any | None = None


def options(
    model: Any, typed: str, style: Style, annotations: tuple[str, ...] = ()
) -> tuple[list[Option], str]:
    """What can stand for the last part of the path, and that part as it is typed so far."""
    *before, last = typed.split("__")
    stop = walk(model, before, style)
    if stop is None:
        return [], last
    found: list[Option] = []
    if stop.model is not None:
        found += _names(stop.model, style)
    if not before and style in ("lookup", "value"):
        found += [_annotation(name, style) for name in dict.fromkeys(annotations)]
    if stop.field is not None and before and style in ("lookup", "value"):
        found += _lookups(stop.field, style)
    return found, last


def walk(model: Any, names: list[str], style: Style = "lookup") -> Stop | None:
    """Follow names from a model; None when one of them leads nowhere."""
    stop = Stop(model)
    for name in names:
        field = None
        if stop.model is not None:
            field = (
                _by_accessor(stop.model, name)
                if style == "prefetch"
                else models.field_named(stop.model, name)
            )
        if field is not None:
            stop = Stop(models.target(field), _own_field(field))
            continue
        transform = lookups_of(stop.field).get(name) if stop.field is not None else None
        if transform is None or not issubclass(transform, Transform):
            return None
        stop = Stop(None, _Output(transform, stop.field))
    return stop


class _Output:
    """What a transform gives: lookups of its own, and those of the field that it makes."""

    def __init__(self, transform: Any, source: Any) -> None:
        made = (vars(each).get("output_field") for each in transform.__mro__)
        self.transform = transform
        self.field = next((each for each in made if isinstance(each, Field)), source)

    def get_lookups(self) -> dict[str, Any]:
        """By name."""
        return {**lookups_of(self.field), **self.transform.get_class_lookups()}


def lookups_of(field: Any) -> dict[str, Any]:
    """The lookups and transforms that Django has registered for a field, by name."""
    return dict(field.get_lookups())


def _own_field(field: Any) -> Any:
    return field.field if isinstance(field, ForeignObjectRel) else field


def _by_accessor(model: Any, name: str) -> Any | None:
    return next((each for each in models.fields(model) if models.accessor(each) == name), None)


def _names(model: Any, style: Style) -> list[Option]:
    found: list[Option] = []
    for field in models.fields(model):
        found += _named(field, style)
    if style not in ("join", "prefetch"):
        key = model._meta.pk
        detail = f"the primary key, {key.name}"
        found.append(
            Option("pk", "field", "pk=" if style in ("lookup", "assign") else "pk", detail)
        )
    return found


def _named(field: Any, style: Style) -> list[Option]:
    relation = models.target(field) is not None
    reverse = isinstance(field, ForeignObjectRel)
    name = models.query_name(field)
    if style == "prefetch":
        name = models.accessor(field)
        return [field_option(field, name)] if relation and name else []
    if style == "join":
        return [field_option(field, name)] if relation and not models.is_many(field) else []
    if field.is_relation and not relation and not reverse:
        # A GenericForeignKey cannot be named in queries.
        return []
    if style in ("column", "assign") and (reverse or (models.is_many(field))):
        return []
    keyword = style == "assign" or (style == "lookup" and not relation)
    found = [field_option(field, name, f"{name}=" if keyword else name)]
    column = getattr(field, "attname", name)
    if relation and not reverse and column != name:
        end = "=" if style in ("assign", "lookup") else ""
        detail = f"the column of {name}"
        found.append(Option(column, "field", column + end, detail))
    return found


def _annotation(name: str, style: Style) -> Option:
    return Option(name, "variable", f"{name}=" if style == "lookup" else name, "annotation")


def _lookups(field: Any, style: Style) -> list[Option]:
    found: list[Option] = []
    for name, lookup in sorted(lookups_of(field).items()):
        transform = issubclass(lookup, Transform)
        if style == "value" and not transform:
            continue
        words = LOOKUP_WORDS.get(name, "")
        insert = name if transform or style == "value" else f"{name}="
        found.append(Option(name, "lookup", insert, "transform" if transform else "lookup", words))
    return found
