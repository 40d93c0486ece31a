"""An author's rows: plain data that becomes instances of the learner's models.

A value `"@name"` stands for another example, which is saved when it is first needed.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import QuerySet


class Examples:
    """Rows by their names, made in one database; nothing of the learner's `save()` runs."""

    def __init__(self, apps: Any, given: dict[str, dict[str, Any]]) -> None:
        self._apps = apps
        # Name: {"model": "app.Model", "values": {...}}.
        self._given = given
        self.saved: dict[str, models.Model] = {}

    def instance(self, model: str, values: dict[str, Any]) -> models.Model:
        """An instance that is not saved. Raises TypeError where the model has no such field."""
        return self._apps.get_model(model)(
            **{name: self._value(value) for name, value in values.items()}
        )

    def example(self, name: str) -> models.Model:
        """The saved example of that name."""
        if name not in self.saved:
            given = self._given[name]
            self.saved[name] = insert(self.instance(given["model"], given["values"]))
        return self.saved[name]

    def based_on(self, name: str, changes: dict[str, Any]) -> models.Model:
        """An instance like an example, except for these values."""
        given = self._given[name]
        return self.instance(given["model"], {**given["values"], **changes})

    def _value(self, value: Any) -> Any:
        return self.example(value[1:]) if isinstance(value, str) and value[:1] == "@" else value


def insert(instance: models.Model) -> models.Model:
    """Put a row into its table by a plain INSERT: validation, `save()` and managers have no say."""
    QuerySet(type(instance)).bulk_create([instance])
    return instance


def present(instance: models.Model) -> dict[str, Any] | None:
    """The row's values as they are in the database now; None when it is gone."""
    return QuerySet(type(instance)).filter(pk=instance.pk).values().first()
