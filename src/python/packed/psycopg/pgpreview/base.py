"""Django's PostgreSQL backend on a connection that leads nowhere."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base

from .connection import SERVER_VERSION, Connection
from .introspection import DatabaseIntrospection
from .schema import DatabaseSchemaEditor


class DatabaseWrapper(base.DatabaseWrapper):
    """A database whose tables are those that the models of a migration describe."""

    SchemaEditorClass = DatabaseSchemaEditor
    introspection_class = DatabaseIntrospection

    @property
    def pg_version(self) -> int:  # type: ignore[override]
        """One on which Django uses all that PostgreSQL has."""
        return SERVER_VERSION

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect to nothing."""
        return Connection(conn_params["context"])

    def init_connection_state(self) -> None:
        """There is no time zone and no role to set."""

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor without rows."""
        return self.connection.cursor()

    def is_usable(self) -> bool:
        """Nothing can break."""
        return True
