"""Which constraint or column refused a row: SQLite's message, put into the words of the models."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db import connection, models

_MESSAGE = re.compile(
    r"(CHECK|UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(?:: (.*))?", re.DOTALL
)


def refused_by(model: type[models.Model], message: str) -> list[str]:
    """Names of constraints and fields, any of which can have been it; empty when nobody knows."""
    found = _MESSAGE.search(message)
    if not found:
        return _foreign_key(model, message)
    kind, subject = found[1], found[2] or ""
    match kind:
        case "CHECK":
            return list(_checked(model, subject))
        case "NOT NULL":
            return list(_columns(model, subject))
        case "UNIQUE":
            index = re.fullmatch(r"index '(.+)'", subject)
            return [index[1]] if index else list(_unique(model, _names(subject)))
        case _:
            return ["FOREIGN KEY"]


def _checked(model: type[models.Model], subject: str) -> Iterator[str]:
    """A named constraint is told by its name, a column's own check by its text."""
    meta: Any = model._meta
    for field in meta.local_concrete_fields:
        if field.db_parameters(connection=connection)["check"] == subject:
            yield field.name
            return
    yield subject


def _names(subject: str) -> list[str]:
    return [each.rpartition(".")[2] for each in subject.split(", ")]


def _columns(model: type[models.Model], subject: str) -> Iterator[str]:
    meta: Any = model._meta
    names = _names(subject)
    return (each.name for each in meta.local_concrete_fields if each.column in names)


def _unique(model: type[models.Model], columns: list[str]) -> Iterator[str]:
    meta: Any = model._meta
    for field in meta.local_concrete_fields:
        if [field.column] == columns and field.unique:
            yield field.name
    for constraint in meta.constraints:
        fields = getattr(constraint, "fields", ())
        if [meta.get_field(name).column for name in fields] == columns:
            yield constraint.name
    for names in meta.unique_together:
        if [meta.get_field(name).column for name in names] == columns:
            yield "unique_together"


def _foreign_key(model: type[models.Model], message: str) -> list[str]:
    """Django's own sentence, from `check_constraints`."""
    found = re.search(r"has an invalid foreign key: [\w.]+\.(\w+) contains", message)
    return list(_columns(model, found[1])) if found else []
