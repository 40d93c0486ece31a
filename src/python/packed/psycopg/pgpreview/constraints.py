"""The constraints and indexes of a table, as Django would have named them when it made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Constraint:
    """One entry of the catalog, with the kinds by which Django asks for it."""

    name: str
    columns: list[str]
    unique: bool = False
    primary_key: bool = False
    index: bool = False
    foreign_key: bool = False
    check: bool = False


def constraints(model: Any, editor: Any) -> Iterator[Constraint]:
    """Those that the fields, `unique_together` and the indexes of a model have.

    The names are those of a table that was made as the model is now. A constraint that came with a later
    change of the field, or of a table that has been renamed, can have another name in a real database.
    """
    for field in model._meta.local_fields:
        if field.column:
            yield from _of_field(model, field, editor)
    for fields in model._meta.unique_together:
        columns = [model._meta.get_field(name).column for name in fields]
        yield Constraint(
            composed_name(model, columns, editor, "_uniq"), columns, unique=True, index=True
        )
    for index in model._meta.indexes:
        columns = [model._meta.get_field(name.removeprefix("-")).column for name in index.fields]
        yield Constraint(index.name, columns, index=True)


def composed_name(model: Any, columns: list[str], editor: Any, suffix: str) -> str:
    """The name of a constraint or an index over several columns."""
    return str(editor._create_index_name(model._meta.db_table, columns, suffix=suffix))


def _of_field(model: Any, field: Any, editor: Any) -> Iterator[Constraint]:
    table, column = model._meta.db_table, field.column
    if field.primary_key:
        yield Constraint(f"{table}_pkey", [column], unique=True, primary_key=True, index=True)
    elif field.unique:
        yield Constraint(f"{table}_{column}_key", [column], unique=True, index=True)
    elif field.db_index:
        yield Constraint(composed_name(model, [column], editor, ""), [column], index=True)
    if editor._create_like_index_sql(model, field) is not None:
        yield Constraint(composed_name(model, [column], editor, "_like"), [column], index=True)
    if field.remote_field and field.db_constraint:
        name = editor._fk_constraint_name(model, field, "_fk_%(to_table)s_%(to_column)s")
        yield Constraint(str(name), [column], foreign_key=True)
    if field.db_parameters(connection=editor.connection)["check"]:
        yield Constraint(f"{table}_{column}_check", [column], check=True)
