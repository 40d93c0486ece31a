"""Cures for queries in a loop: the one call that does the work of many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .groups import Group


@dataclass(frozen=True, slots=True)
class LoopCure:
    """What to write, where one line of code says it, and the sentence that explains it."""

    code: str | None
    advice: str


def loop_cure(group: Group, verb: str) -> LoopCure | None:
    """The cure for a query that is repeated; None for one that may well be."""
    model = getattr(group.site.model, "__name__", "")
    action = group.action
    if group.site.descriptor is not None and group.site.step is not None:
        model = group.site.step.target
    if verb == "SELECT":
        return _reading(group, action, model)
    if action in ("create", "get_or_create", "update_or_create", "save") and verb == "INSERT":
        return _inserting(group, action, model)
    if action in ("save", "update") and verb == "UPDATE":
        return _updating(group, action, model)
    if action in ("delete", "delete_one") and verb == "DELETE":
        code = "filter(pk__in=ids).delete()"
        return LoopCure(code, f"Delete them with one call: {model}.objects.{code}.")
    if action in ("add", "set") and verb == "INSERT" and group.site.step is not None:
        through = f"{group.site.step.model}.{group.site.step.accessor}.through"
        code = "bulk_create(links)"
        return LoopCure(code, f"Make all links with one call: {through}.objects.{code}.")
    if action == "raw" and verb in ("INSERT", "UPDATE", "DELETE", "REPLACE"):
        code = "executemany(sql, rows)"
        return LoopCure(code, f"Hand all rows over at once: cursor.{code}.")
    return None


def _reading(group: Group, action: str, model: str) -> LoopCure | None:
    if action in (
        "in_bulk",
        "bulk_create",
        "bulk_update",
        "explain",
        "delete",
        "delete_one",
        "save",
    ):
        return None
    query = group.site.builder
    if len(group.values) == 1 and action != "refresh":
        if (
            action == "get"
            or not _is_sliced(query)
            or action in ("first", "last", "count", "exists")
        ):
            return LoopCure(
                None, "It asks the same each time: ask once before the loop, and keep the answer."
            )
    if action == "raw":
        return LoopCure(None, "Ask for all of them with one query, with IN (...) or a join.")
    if action == "refresh":
        code = "filter(pk__in=ids)"
        return LoopCure(code, f"Read them again with one query: {model}.objects.{code}.")
    if _is_batch(query) or (action in ("_fetch_all", "_iterator") and _is_sliced(query)):
        return None
    name, kind = _lookup(query)
    if action in ("get", "get_or_create", "update_or_create"):
        return _getting(action, model, name, kind)
    if action == "exists":
        return _checking(model, name)
    if action in ("count", "aggregate"):
        if name is None:
            return LoopCure(
                None, "Count for all of them with one query: values(...).annotate(...)."
            )
        code = f'values("{name}").annotate(number=Count("pk"))'
        return LoopCure(code, f"Count for all of them with one query: {model}.objects.{code}.")
    if name is None:
        return LoopCure(None, "Fetch what the loop needs with one query before it.")
    code = f"filter({name}__in={_plural(name)})"
    return LoopCure(code, f"Fetch them all with one query before the loop: {model}.objects.{code}.")


def _getting(action: str, model: str, name: str | None, kind: str) -> LoopCure:
    if action == "get_or_create":
        code = "bulk_create(objects, ignore_conflicts=True)"
        return LoopCure(code, f"Make the missing ones with one call: {model}.objects.{code}.")
    if action == "update_or_create":
        code = "bulk_create(objects, update_conflicts=True, ...)"
        return LoopCure(None, f"Write them all with one call: {model}.objects.{code}.")
    if name is None:
        return LoopCure(None, "Fetch them all with one filter() before the loop.")
    if kind == "pk":
        code = "in_bulk(ids)"
    elif kind == "unique":
        code = f'in_bulk({_plural(name)}, field_name="{name}")'
    else:
        code = f"filter({name}__in={_plural(name)})"
    return LoopCure(code, f"Fetch them all with one query before the loop: {model}.objects.{code}.")


def _checking(model: str, name: str | None) -> LoopCure:
    if name is None:
        return LoopCure(None, "Fetch what exists with one query before the loop, into a set.")
    values = "ids" if name == "pk" else _plural(name)
    code = f'filter({name}__in={values}).values_list("{name}", flat=True)'
    return LoopCure(
        code, f"Ask with one query before the loop which ones exist: {model}.objects.{code}."
    )


def _inserting(group: Group, action: str, model: str) -> LoopCure | None:
    if action in ("get_or_create", "update_or_create"):
        return None  # told by the SELECT that goes before
    concrete = group.site.model
    if concrete is not None and getattr(concrete, "_meta", None) and concrete._meta.parents:
        return LoopCure(
            None, f"bulk_create() cannot make {model}, which has a table for each parent."
        )
    code = "bulk_create(objects)"
    return LoopCure(
        code,
        f"Collect the objects, and insert them with one call: {model}.objects.{code}. "
        "It calls no save() and sends no signals.",
    )


def _updating(group: Group, action: str, model: str) -> LoopCure:
    if action == "update" and len({_without_last(each) for each in group.values}) == 1:
        code = "filter(pk__in=ids).update(...)"
        return LoopCure(code, f"Change them with one call: {model}.objects.{code}.")
    code = "bulk_update(objects, fields)"
    return LoopCure(
        code,
        f"Change the objects in the loop, and write them with one call: {model}.objects.{code}.",
    )


def _without_last(params: Any) -> Any:
    return params[:-1] if isinstance(params, tuple) else params


def _is_sliced(query: Any) -> bool:
    return bool(getattr(query, "is_sliced", False))


def _conditions(query: Any) -> Iterator[Any]:
    where = getattr(query, "where", None)
    stack = list(getattr(where, "children", ()))
    while stack:
        each = stack.pop()
        if hasattr(each, "children"):
            stack.extend(each.children)
        else:
            yield each


def _is_batch(query: Any) -> bool:
    """Whether it asks for several at once: loops over batches are a way to save memory."""
    for each in _conditions(query):
        if getattr(each, "lookup_name", "") == "in":
            rhs = getattr(each, "rhs", None)
            if hasattr(rhs, "query") or not hasattr(rhs, "__len__") or len(rhs) > 1:  # type: ignore[arg-type]
                return True
    return False


def _lookup(query: Any) -> tuple[str | None, str]:
    """The field that the query asks for by value, when that is its only condition."""
    conditions = list(_conditions(query))
    if len(conditions) != 1 or getattr(conditions[0], "lookup_name", "") != "exact":
        return (None, "")
    field = getattr(getattr(conditions[0], "lhs", None), "target", None)
    if field is None or field.model is not getattr(query, "model", None):
        return (None, "")
    if field.primary_key:
        return ("pk", "pk")
    return (field.name, "unique" if field.unique else "other")


def _plural(name: str) -> str:
    return "ids" if name == "pk" else f"{name}s"
