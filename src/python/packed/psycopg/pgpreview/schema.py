"""Django's PostgreSQL schema editor, which asks the models where the original asks the catalog."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import schema

from .constraints import composed_name, constraints

KINDS = ("unique", "primary_key", "index", "foreign_key", "check")


class DatabaseSchemaEditor(schema.DatabaseSchemaEditor):
    """Writes the SQL of migrations for tables that exist in their models only."""

    def _constraint_names(
        self,
        model: Any,
        column_names: Any = None,
        unique: bool | None = None,
        primary_key: bool | None = None,
        index: bool | None = None,
        foreign_key: bool | None = None,
        check: bool | None = None,
        type_: str | None = None,
        exclude: Any = None,
    ) -> list[str]:
        """Names of what matches the columns and kinds; a kind that is None does not matter."""
        asked = dict(zip(KINDS, (unique, primary_key, index, foreign_key, check), strict=True))
        return [
            each.name
            for each in constraints(model, self)
            if column_names is None or each.columns == list(column_names)
            if all(want is None or getattr(each, kind) == want for kind, want in asked.items())
            if not exclude or each.name not in exclude
        ]

    def _delete_composed_index(
        self, model: Any, fields: Any, constraint_kwargs: dict[str, Any], sql: str
    ) -> None:
        """Remove a constraint over several columns, which the new model no longer tells of."""
        columns = [model._meta.get_field(name).column for name in fields]
        suffix = "_uniq" if constraint_kwargs.get("unique") else "_idx"
        name = composed_name(model, columns, self, suffix)
        editor: Any = self
        self.execute(editor._delete_constraint_sql(sql, model, name))

    def _is_collation_deterministic(self, collation_name: str) -> bool:
        """As of nearly all; the catalog would know."""
        return True

    def _get_sequence_name(self, table: str, column: str) -> str:
        """PostgreSQL's own choice of a name."""
        return f"{table}_{column}_seq"
