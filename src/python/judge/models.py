"""`expect.models`: the learner's models are looked at, and rows are tried out on their tables.

    orders = expect.models("orders")
    orders.field("Order", "total", type="DecimalField", null=False)
    orders.example("Order", {"number": "A-1", "total": "10.00"})
    orders.refuses("Order", {"total": "-1.00"}, by="order_total_not_negative")

A trial takes the example of that name, with some values changed. `"@Customer"` as a value stands for the
example "Customer", saved beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from . import model_rules, trials
from .model_rules import Look, told
from .request import Probe
from .ruling import Subject
from .sights import Sees, listed

type Row = dict[str, Any]


class Models(Subject):
    """One look at the models of some apps, and all trials with them."""

    def __init__(self, apps: Sequence[str], migrated: bool) -> None:
        self._app = apps[0]
        self._examples: dict[str, dict[str, Any]] = {}
        self._trials: list[dict[str, Any]] = []
        params = {
            "apps": list(apps),
            "migrated": migrated,
            "examples": self._examples,
            "trials": self._trials,
        }
        tried = f"The models of {listed(list(apps))} were loaded"
        super().__init__([Probe("models", params, opened=False)], [], [tried])

    def no_issues(self, title: str = "Django's own checks find nothing wrong") -> None:
        """Demand that `manage.py check` is silent about the models."""
        self._demand(title, model_rules.no_issues())

    def user_model(self, label: str, title: str = "The project uses its own user model") -> None:
        """Demand this `AUTH_USER_MODEL`."""
        self._demand(title, model_rules.user_model(label))

    def field(self, model: str, name: str, *, title: str | None = None, **wanted: Any) -> None:
        """Demand a field with these properties, as `harness.introspection` names them."""
        self._demand(
            title or f"{model}.{name} is as the task says", model_rules.field(model, name, wanted)
        )

    def no_field(self, model: str, name: str, title: str | None = None) -> None:
        """Demand that a field is gone."""
        self._demand(title or f"{model} has no field {name}", model_rules.no_field(model, name))

    def ordering(self, model: str, wanted: Sequence[str], title: str | None = None) -> None:
        """Demand a `Meta.ordering`."""
        look = model_rules.ordering(model, list(wanted))
        self._demand(title or f"{model} has the right order", look)

    def constraint(self, model: str, name: str, *, title: str | None = None, **wanted: Any) -> None:
        """Demand a constraint of that name, with these properties."""
        look = model_rules.named(model, "constraints", name, wanted)
        self._demand(title or f"{model} has the constraint {name}", look)

    def index(self, model: str, *fields: str, title: str | None = None) -> None:
        """Demand an index on these fields, in this order."""
        look = model_rules.index_on(model, list(fields))
        self._demand(title or f"{model} has an index on {', '.join(fields)}", look)

    def that(self, title: str, check: Callable[[Any], bool | str]) -> None:
        """Demand that `check`, called with all that was seen, returns True; a string says what is wrong."""
        self._demand(title, model_rules.condition(check))

    def no_changes(self, title: str = "makemigrations detects no changes") -> None:
        """Demand that the migrations say all that the models say."""
        self._demand(title, model_rules.no_changes(self._app))

    def example(self, model: str, values: Row, name: str | None = None) -> None:
        """A row that is right. Its name is the model's, unless it gets one of its own."""
        label = model if "." in model else f"{self._app}.{model}"
        self._examples[name or model] = {"model": label, "values": values}

    def refuses(
        self, example: str, changes: Row, *, by: str | None, title: str, after: Sequence[Row] = ()
    ) -> None:
        """Demand that the database refuses such a row, and that the constraint or field `by` does it.

        `after` are rows like it that are there already.
        """
        number = self._try("insert", example, changes, after)
        model = self._model(example)
        self._demand(title, trials.refused(number, model, _row(model, changes, after), by))

    def accepts(self, example: str, changes: Row, *, title: str, after: Sequence[Row] = ()) -> None:
        """Demand that the database takes such a row."""
        number = self._try("insert", example, changes, after)
        model = self._model(example)
        self._demand(title, trials.accepted(number, model, _row(model, changes, after)))

    def stores(self, example: str, changes: Row, values: Row, *, title: str) -> None:
        """Demand that such a row is taken, and reads so afterwards (as text)."""
        number = self._try("insert", example, changes, ())
        self._demand(title, trials.stored(number, _row(self._model(example), changes), values))

    def invalid(
        self,
        example: str,
        changes: Row,
        *,
        title: str,
        on: str | None = None,
        after: Sequence[Row] = (),
    ) -> None:
        """Demand that `full_clean()` refuses such a row, because of the field `on`."""
        number = self._try("clean", example, changes, after)
        model = self._model(example)
        self._demand(title, trials.invalid(number, model, _row(model, changes, after), on))

    def valid(self, example: str, changes: Row, *, title: str, after: Sequence[Row] = ()) -> None:
        """Demand that `full_clean()` has nothing against such a row."""
        number = self._try("clean", example, changes, after)
        model = self._model(example)
        self._demand(title, trials.valid(number, model, _row(model, changes, after)))

    def protects(self, example: str, *, beside: Sequence[str], title: str) -> None:
        """Demand that an example cannot be deleted while the examples `beside` it are there."""
        number = self._delete(example, beside)
        self._demand(title, trials.protected(number, self._deletion(example, beside)))

    def deletes(
        self,
        example: str,
        *,
        beside: Sequence[str],
        title: str,
        keeps: Sequence[str] = (),
        clears: dict[str, str] | None = None,
    ) -> None:
        """Demand that deleting it works, and leaves `keeps` of `beside`, with the columns `clears` null."""
        number = self._delete(example, beside)
        what = self._deletion(example, beside)
        self._demand(title, trials.deleted(number, what, keeps, clears or {}))

    def _demand(self, title: str, look: Look) -> None:
        self.requirements.append(Sees(title, self.tried[0], told(look)))

    def _model(self, example: str) -> str:
        return self._examples[example]["model"].rpartition(".")[2]

    def _try(self, kind: str, example: str, changes: Row, after: Sequence[Row]) -> int:
        self._model(example)
        self._trials.append(
            {"kind": kind, "example": example, "changes": changes, "after": list(after)}
        )
        return len(self._trials) - 1

    def _delete(self, example: str, beside: Sequence[str]) -> int:
        self._model(example)
        self._trials.append({"kind": "delete", "example": example, "with": list(beside)})
        return len(self._trials) - 1

    def _deletion(self, example: str, beside: Sequence[str]) -> str:
        with_them = f" with {', '.join(f'`{each}`' for each in beside)} beside it" if beside else ""
        return f"Deleting `{example}`{with_them}"


def _row(model: str, changes: Row, after: Sequence[Row] = ()) -> str:
    """`Order` with `total="-1.00"`."""
    told = ", ".join(f"`{name}={value!r}`" for name, value in changes.items())
    row = f"A row of `{model}` with {told}" if told else f"A row of `{model}`"
    return f"{row}, after {len(after)} like it" if after else row
