"""Relations, read off Django's descriptors."""

from __future__ import annotations

from functools import cache
from typing import Any

from .sites import Site, Source, Step


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
        _name(field.model),
        field.name,
        field.name,
        "one",
        _name(field.related_model),
        field.attname,
        relation=relation_of(field),
    )


def _many(descriptor: Any, field: Any) -> Step | None:
    if field.many_to_many and not descriptor.reverse:
        return _forward(field)
    if field.one_to_many:
        # A GenericRelation: a field of its own model, though it works like a reverse relation.
        return _forward(field)
    return _reverse(descriptor.rel, "many")


def _forward(field: Any) -> Step:
    return Step(
        _name(field.model),
        field.name,
        field.name,
        "many",
        _name(field.related_model),
        relation=relation_of(field),
    )


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
        relation=relation_of(rel.field),
    )


def relation_of(field: Any) -> str:
    """The field of a relation as "shop.Order.customer"; '' for what is none of a model's own."""
    options = getattr(field.model, "_meta", None)
    if options is None or not hasattr(field, "name"):
        return ""
    if options.auto_created:
        # The table between the two sides of a many-to-many relation: its keys are that relation.
        for each in options.auto_created._meta.local_many_to_many:
            if each.remote_field.through is field.model:
                field, options = each, each.model._meta
    return f"{options.app_label}.{options.object_name}.{field.name}"


def _joined(source: Source | None) -> list[str]:
    children = source.children if source is not None else []
    return [
        name
        for child in children
        for name in (child.step.relation if child.step else "", *_joined(child))
    ]


def followed(site: Site) -> list[str]:
    """The relations that the queries of a site went along: joined, or read from instances."""
    names = [site.step.relation] if site.step is not None else []
    query = site.builder
    for alias, table in getattr(query, "alias_map", {}).items():
        joined = getattr(table, "join_field", None)
        if joined is not None and query.alias_refcount.get(alias):
            # A reverse relation joins by the other side of its field.
            field = getattr(joined, "field", joined) if joined.auto_created else joined
            names.append(relation_of(field))
    # Django no longer counts what it joined for `select_related`, but knows what came of it.
    names += _joined(site.rows)
    return list(dict.fromkeys(name for name in names if name))


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
