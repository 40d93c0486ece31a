"""Hints for errors of models, querysets and the database."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import (
    FieldError,
    MultipleObjectsReturned,
    ObjectDoesNotExist,
    SynchronousOnlyOperation,
    ValidationError,
)
from django.db import IntegrityError, OperationalError
from django.db.models import ProtectedError, QuerySet, RestrictedError
from django.db.transaction import TransactionManagementError

from .words import did_you_mean, field_names, frames, listed, model_of_table


def _field(error: FieldError) -> str | None:
    text = str(error)
    if found := re.search(r"Cannot resolve keyword '(\w+)' into field\. Choices are: (.*)", text):
        name, choices = found[1], found[2].split(", ")
        return (
            f"`{_model_name(error)}` has no field `{name}`."
            + (did_you_mean(name, choices) or f" It has {listed(choices)}.")
            + " A relation is followed with two underscores, as in `customer__name`."
        )
    if found := re.search(r"given in select_related: (.*?)\. Choices are: (.*)", text):
        name, choices = found[1].split(",")[0].strip("' "), found[2].split(", ")
        if choices == ["(none)"]:
            choices = []
        can = f"Here it can follow {listed(choices)}." if choices else "There is none here."
        return (
            f"`select_related` cannot follow `{name}`: it joins foreign keys and one-to-one fields only."
            f"{did_you_mean(name, choices)} {can} For a relation to many, use `prefetch_related`."
        )
    if found := re.search(r"Unsupported lookup '(\w+)' for (\w+)", text):
        if model := _followed(error):
            meant = (
                did_you_mean(found[1], field_names(model))
                or f" It has {listed(field_names(model))}."
            )
            return f"`{model.__name__}` has no field `{found[1]}`.{meant}"
        meant = re.search(r"perhaps you meant (.*)\?", text)
        return (
            f"`{found[1]}` is neither a lookup of a `{found[2]}` nor a field to follow from it."
            + (f" Did you mean `{meant[1]}`?" if meant else "")
        )
    if "must set output_field" in text or "unknown output_field" in text:
        return (
            "The expression mixes types, so Django cannot tell what type comes out: "
            "name it, for example `output_field=DecimalField()`."
        )
    return None


def _model_name(error: FieldError) -> str:
    for frame in frames(error):
        if frame.f_code.co_name == "names_to_path":
            # By now `opts` is that of the last relation that could be followed.
            return str(frame.f_locals["opts"].object_name)
    return "The model"


def _followed(error: FieldError) -> Any:
    """The model that the last relation of a lookup leads to, when it ends in a relation."""
    for frame in frames(error):
        if frame.f_code.co_name == "build_lookup":
            return getattr(frame.f_locals["lhs"].output_field, "related_model", None)
    return None


def _related_missing(error: ObjectDoesNotExist) -> str | None:
    if type(error).__name__ != "RelatedObjectDoesNotExist":
        return None
    found = re.match(r"(\w+) has no (\w+)\.", str(error))
    if not found:
        return None
    model, relation = found[1], found[2]
    return (
        f"This `{model}` has no `{relation}` in the database. Reading a one-to-one relation raises when "
        f'there is no row: use `hasattr(obj, "{relation}")` to ask first, or set it before you read it.'
    )


def _does_not_exist(error: ObjectDoesNotExist) -> str:
    model = type(error).__qualname__.split(".")[0]
    return (
        f"`.get()` found no `{model}` for these conditions. Check the values, or use "
        "`.filter(...).first()`, which gives None when there is no row."
    )


def _multiple(error: MultipleObjectsReturned) -> str:
    model = type(error).__qualname__.split(".")[0]
    found = re.search(r"it returned (.*)!", str(error))
    count = f" ({found[1]})" if found else ""
    return (
        f"`.get()` must find exactly one `{model}`, and found more{count}. Add conditions until only one "
        "can match, or use `.filter(...)` when several are fine."
    )


def _operational(error: OperationalError) -> str | None:
    text = str(error)
    if found := re.search(r"no such table: (?:\w+\.)?(\w+)", text):
        model = model_of_table(found[1])
        whose = f"of `{model.__name__}` " if model else ""
        return (
            f"The table {whose}is not in the database: `{found[1]}`. It is made by a migration: is there "
            "one for this model, and has it been run?"
        )
    if found := re.search(r"(?:no such column: |has no column named )([\w.]+)", text):
        table, _, column = found[1].rpartition(".")
        where = f" in the table `{table}`" if table else ""
        return (
            f"There is no column `{column}`{where}. If the field is new or renamed, the database still "
            "lacks its migration; in raw SQL, check the spelling."
        )
    if "database is locked" in text:
        return "Another connection is writing, and did not finish in time: keep transactions short."
    return None


def _integrity(error: IntegrityError) -> str | None:
    text = str(error)
    if found := re.search(r"UNIQUE constraint failed: (.*)", text):
        columns = [each.strip() for each in found[1].split(",")]
        model, fields = _columns(columns)
        return (
            f"There is a `{model}` with the same {listed(fields)} already, and that must be unique. Use "
            "another value, or `get_or_create()` / `update_or_create()` to take the one that is there."
        )
    if found := re.search(r"NOT NULL constraint failed: (.*)", text):
        model, fields = _columns([found[1]])
        return (
            f"`{model}.{fields[0]}` must have a value, and got None. Set it before saving, or allow it to "
            "be empty with `null=True`."
        )
    if "FOREIGN KEY constraint failed" in text:
        return (
            "A foreign key points to a row that does not exist: either the key that was set is of no row, "
            "or a row was deleted that others still point to."
        )
    if found := re.search(r"CHECK constraint failed: (.*)", text):
        return (
            f"The row breaks the rule `{found[1]}`, a check of the database itself. Look for that name in "
            "the model's `Meta.constraints`, and mend the value."
        )
    return None


def _columns(columns: list[str]) -> tuple[str, list[str]]:
    """The model and field names behind `table.column` names."""
    table = columns[0].split(".")[0]
    names = [each.split(".")[-1] for each in columns]
    model = model_of_table(table)
    if model is None:
        return table, names
    fields = {field.column: field.name for field in model._meta.concrete_fields}
    return model.__name__, [fields.get(name, name) for name in names]


def _synchronous(error: SynchronousOnlyOperation) -> str:
    return (
        "A query ran in async code, where it would block everything else. Use the async form "
        "(`await obj.asave()`, `await qs.aget()`, `async for row in qs`), or wrap the function: "
        "`await sync_to_async(function)()`. Reading a relation that is not loaded is a query too."
    )


def _transaction(error: TransactionManagementError) -> str | None:
    if "until the end of the 'atomic' block" in str(error):
        return (
            "A query failed inside this `atomic` block, and the error was caught inside it too, so the "
            "transaction is broken. Catch it outside of the block, or put the risky query into an "
            "`atomic` block of its own."
        )
    return None


def _protected(error: Any) -> str | None:
    found = re.search(r"of model '(\w+)'.*foreign keys: (.*)\.", str(error.args[0]), re.S)
    if not found:
        return None
    kind = "PROTECT" if isinstance(error, ProtectedError) else "RESTRICT"
    keys = found[2].replace("'", "`")
    return (
        f"Other rows still point to this `{found[1]}` through {keys}, which is declared with "
        f"`on_delete={kind}`. Delete or move those rows first, or mark the `{found[1]}` as inactive."
    )


def _validation(error: ValidationError) -> str | None:
    if not hasattr(error, "error_dict"):
        return None
    parts = [
        f"`{field}`: {' '.join(messages)}" if field != "__all__" else " ".join(messages)
        for field, messages in error.message_dict.items()
    ]
    return f"The values were checked and refused. {' '.join(parts)}"


def _attribute(error: AttributeError) -> str | None:
    text, name = str(error), error.name or ""
    if found := re.search(r"Cannot find '(\w+)' on (\w+) object.*prefetch_related", text):
        model = _prefetched_model(error)
        return (
            f"`{found[2]}` has no relation `{found[1]}` to prefetch."
            + (did_you_mean(found[1], field_names(model)) if model else "")
            + " Use the name of the field, or the `related_name` of the foreign key that points here."
        )
    if found := re.match(r"'(\w*RelatedManager)' object has no attribute", text):
        return (
            f"A relation to many is a manager, not one object, so it has no `{name}`. Go through "
            f"`.all()`: `for each in obj.relation.all(): each.{name}`, or take one with `.first()`."
        )
    if isinstance(error.obj, QuerySet):
        model = error.obj.model
        if name in field_names(model):
            return (
                f"This is a queryset, many `{model.__name__}` objects, and `{name}` belongs to each of "
                "them. Loop over it, or take one with `.get(...)` or `.first()`."
            )
        return (
            f"A queryset of `{model.__name__}` has no `{name}`.{did_you_mean(name, dir(error.obj))}"
        )
    if "Manager isn't accessible via" in text:
        return "`objects` belongs to the class, not to one object: write `Model.objects`."
    if hasattr(type(error.obj), "_meta") and name:
        model = type(error.obj)
        names = [*field_names(model), *(each for each in dir(model) if not each.startswith("_"))]
        return f"`{model.__name__}` has no `{name}`.{did_you_mean(name, names)}"
    return None


def _prefetched_model(error: AttributeError) -> Any:
    for frame in frames(error):
        if frame.f_code.co_name == "prefetch_related_objects":
            return type(frame.f_locals.get("first_obj"))
    return None


def _value(error: ValueError) -> str | None:
    text = str(error)
    if found := re.search(r'Cannot assign "(.*)": "(\w+)\.(\w+)" must be a "(\w+)" instance', text):
        value, model, field, target = found.groups()
        return (
            f"`{model}.{field}` takes a `{target}` object, and got {value}. Load the `{target}` first, or "
            f"set its key: `{field}_id=...`."
        )
    if found := re.search(
        r"prohibited to prevent data loss due to unsaved related object '(\w+)'", text
    ):
        return (
            f"The `{found[1]}` has not been saved yet, so it has no key to point to. Save it first."
        )
    if found := re.search(r"'(\w+)' instance needs to have a primary key value before", text):
        return (
            f"This `{found[1]}` is not in the database yet, so nothing can belong to it. Call `.save()` "
            "first."
        )
    if found := re.search(r"Field '(\w+)' expected (.*) but got (.*)\.", text):
        return f"`{found[1]}` takes {found[2]}, and got {found[3]}."
    if "does not resolve to an item that supports prefetching" in text:
        name = text.split("'")[1]
        return f"`{name}` is no relation, so there is nothing to prefetch: only relations can be."
    return None


def _type(error: TypeError) -> str | None:
    text = str(error)
    sliced = re.search(r"Cannot (\w+) a query once a slice has been taken", text)
    if sliced and any(f.f_code.co_name.endswith("prefetch_one_level") for f in frames(error)):
        return (
            "A queryset that is cut with `[...]` needs a `to_attr` in its `Prefetch`: without one, a part "
            "would stand under the name of all rows."
        )
    if found := sliced:
        what = {"reorder": "order", "filter": "filter"}.get(found[1], found[1])
        return (
            f"The queryset has been cut with `[...]` already, and cannot be changed after that: {what} "
            "first, slice last."
        )
    if found := re.match(
        r"'(\w*RelatedManager|Manager)' object is not (iterable|subscriptable)", text
    ):
        return "A manager cannot be looped over or indexed itself: add `.all()`."
    if found := re.match(r"(\w+)\(\) got unexpected keyword arguments?: '(\w+)'", text):
        model = next((f.f_locals["self"] for f in frames(error) if "self" in f.f_locals), None)
        if hasattr(model, "_meta"):
            return f"`{found[1]}` has no field `{found[2]}`.{did_you_mean(found[2], field_names(model))}"
    if found := re.search(
        r"to the (?:reverse|forward) side of a .* set is prohibited. Use (\w+)", text
    ):
        return f"A relation to many is not assigned to: use `.{found[1]}.set([...])`, `.add()` or `.clear()`."
    return None


HINTS: Any = (
    (FieldError, _field),
    (ObjectDoesNotExist, _related_missing),
    (ObjectDoesNotExist, _does_not_exist),
    (MultipleObjectsReturned, _multiple),
    (OperationalError, _operational),
    ((ProtectedError, RestrictedError), _protected),
    (IntegrityError, _integrity),
    (SynchronousOnlyOperation, _synchronous),
    (TransactionManagementError, _transaction),
    (ValidationError, _validation),
    (AttributeError, _attribute),
    (TypeError, _type),
    (ValueError, _value),
)
