"""What an expression can be, as far as the ORM is concerned."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ModelClass:
    """A model, for example `Order`."""

    model: Any


@dataclass(frozen=True, slots=True)
class Instance:
    """One object of a model, with what was annotated to it."""

    model: Any
    annotations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """A manager or a queryset."""

    model: Any
    # The class that its methods are of.
    of: type
    annotations: tuple[str, ...] = ()
    # False after `values()` and `values_list()`.
    instances: bool = True


@dataclass(frozen=True, slots=True)
class Many:
    """A list or another iterable of one kind."""

    element: Kind


@dataclass(frozen=True, slots=True)
class Several:
    """A tuple."""

    items: tuple[Kind | None, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """An imported module."""

    name: str


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the same file."""

    node: ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Named:
    """Something of a package, by its full name, such as `django.db.models.F`."""

    name: str


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a manager, a queryset, a model or an instance, not yet called."""

    owner: Rows | Instance | ModelClass
    name: str


type Kind = ModelClass | Instance | Rows | Many | Several | Module | Function | Named | Method
