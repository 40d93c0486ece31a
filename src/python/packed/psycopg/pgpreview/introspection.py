"""A catalog without tables: nothing was ever executed."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import introspection


class DatabaseIntrospection(introspection.DatabaseIntrospection):
    """Finds nothing, so that no migration counts as applied."""

    def get_table_list(self, cursor: Any) -> list[Any]:
        """No tables."""
        return []

    def get_sequences(self, cursor: Any, table_name: str, table_fields: Any = ()) -> list[Any]:
        """No sequences: those of identity columns belong to their columns."""
        return []
