"""Relations, read off Django's descriptors."""

from __future__ import annotations

from functools import cache
from typing import Any

from .sites import Step


@cache
def step_of(descriptor: Any) -> Step | None:
    """The relation that a descriptor stands for; None for one that has no name to follow."""
    if hasattr(descriptor, "related"):
        return _reverse(descriptor.related, "one")
    field = getattr(descriptor, "field", None)
    if field is None:
        return None
    if hasattr(descriptor, "rel"):
        return _many(descriptor, field)
    if not getattr(field, "is_relation", False):
        return None
    if field.remote_field is None:
        return Step(_name(field.model), field.name, field.name, "generic", "", field.fk_field)
    return Step(
        _name(field.model), field.name, field.name, "one", _name(field.related_model), field.attname
    )


def _many(descriptor: Any, field: Any) -> Step | None:
    if field.many_to_many and not descriptor.reverse:
        return Step(_name(field.model), field.name, field.name, "many", _name(field.related_model))
    if field.one_to_many:
        # A GenericRelation: a field of its own model, though it works like a reverse relation.
        return Step(_name(field.model), field.name, field.name, "many", _name(field.related_model))
    return _reverse(descriptor.rel, "many")


def _reverse(rel: Any, arity: str) -> Step | None:
    accessor = rel.get_accessor_name()
    if accessor is None:
        return None
    remote = "" if rel.field.many_to_many else rel.field.name
    return Step(
        _name(rel.model),
        accessor,
        rel.field.related_query_name(),
        arity,
        _name(rel.related_model),
        remote=remote,
    )


@cache
def step_of_cache(model: type, cache_name: str) -> Step | None:
    """The relation behind a joined instance, by the name under which Django caches it."""
    for each in model._meta.get_fields(include_hidden=True):  # type: ignore[attr-defined]
        if getattr(each, "is_relation", False) and _cache_name(each) == cache_name:
            if each.auto_created and not each.concrete:
                return _reverse(each, "one")
            return step_of(getattr(model, each.name, None))
    return None


def _cache_name(field: Any) -> str:
    try:
        return str(field.cache_name)
    except AttributeError, NotImplementedError:
        return ""


def _name(model: Any) -> str:
    return str(model.__name__)
