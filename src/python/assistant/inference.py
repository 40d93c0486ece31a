"""What the ORM makes of an expression: which model, which rows, which relation."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings

from . import models, scope
from .code import Code
from .kinds import (
    Function,
    Instance,
    Kind,
    Many,
    Method,
    ModelClass,
    Module,
    Named,
    Rows,
    Several,
)
from .scope import Binding, Position
from .tolerant import parse

_DEEPEST = 24

ONE = frozenset(
    [
        "get",
        "first",
        "last",
        "earliest",
        "latest",
        "create",
        "aget",
        "afirst",
        "alast",
        "acreate",
        "aearliest",
        "alatest",
    ]
)
CHAINED = frozenset(
    [
        "all",
        "filter",
        "exclude",
        "order_by",
        "reverse",
        "distinct",
        "select_related",
        "only",
        "prefetch_related",
        "defer",
        "using",
        "select_for_update",
        "union",
        "intersection",
        "difference",
        "annotate",
        "alias",
        "extra",
        "complex_filter",
        "none",
        "get_queryset",
        "iterator",
        "aiterator",
    ]
)
_PAIR = {"get_or_create", "update_or_create", "aget_or_create", "aupdate_or_create"}
_VALUES = {"values", "values_list", "dates", "datetimes"}
_SAME = {"list", "sorted", "reversed", "tuple", "set", "iter", "frozenset"}


class Inference:
    """Infers expressions at one place of a file."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.tree = parse(code)
        line = code.text.split("\n")[code.line - 1]
        column = len(line[: code.column].encode())
        self.here = scope.position(self.tree, code.line, column)
        self._depth = 0

    def of(self, source: str) -> Kind | None:
        """What the expression, as code, is at this place."""
        try:
            # In brackets, as it may go over several lines.
            node = ast.parse(f"({source.strip()}\n)", mode="eval").body
        except SyntaxError, ValueError, RecursionError, MemoryError:
            return None
        return self.infer(node, self.here)

    def around(self) -> Kind | None:
        """What the class around the place is about: a model's own, or its `Meta`, or a queryset's."""
        return self.owner(self.here)

    def infer(self, node: ast.AST | None, at: Position) -> Kind | None:
        """What a node is at a position; None when that is unknown or no matter of the ORM."""
        if node is None or self._depth >= _DEEPEST:
            return None
        self._depth += 1
        try:
            return self._infer(node, at)
        finally:
            self._depth -= 1

    def _infer(self, node: ast.AST, at: Position) -> Kind | None:
        match node:
            case ast.Name(id=name):
                return self._name(name, at)
            case ast.Attribute(value=value, attr=name):
                return attribute(self.infer(value, at), name)
            case ast.Call():
                return self._call(node, at)
            case ast.Subscript(value=value, slice=index):
                return _item(self.infer(value, at), index)
            case ast.Await(value=value) | ast.NamedExpr(value=value) | ast.Starred(value=value):
                return self.infer(value, at)
            case ast.IfExp(body=body, orelse=other):
                return self.infer(body, at) or self.infer(other, at)
            case ast.BoolOp(values=values) | ast.List(elts=[*values]) if values:
                kind = next(filter(None, (self.infer(each, at) for each in values)), None)
                return Many(kind) if isinstance(node, ast.List) and kind else kind
            case ast.Tuple(elts=elements):
                return Several(tuple(self.infer(each, at) for each in elements))
            case ast.BinOp(left=left, right=right):
                kind = self.infer(left, at) or self.infer(right, at)
                return kind if isinstance(kind, Rows) else None
            case (
                ast.ListComp(elt=element) | ast.GeneratorExp(elt=element) | ast.SetComp(elt=element)
            ):
                inner = Position((node, *at.scopes), at.line)
                kind = self.infer(element, inner)
                return Many(kind) if kind else None
            case _:
                return None

    def _name(self, name: str, at: Position) -> Kind | None:
        found = scope.find(name, at)
        if found is None:
            if name == "super":
                return None
            return self._starred(name) or _model(models.only_model(name))
        return self._bound(name, *found)

    def _starred(self, name: str) -> Kind | None:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and any(each.name == "*" for each in node.names):
                model = models.model_named(self._module(node), name)
                if model is not None:
                    return ModelClass(model)
        return None

    def _bound(self, name: str, binding: Binding, at: Position) -> Kind | None:
        match binding.node:
            case ast.Assign(value=value) | ast.AnnAssign(value=value) | ast.NamedExpr(value=value):
                kind = self.infer(value, at)
                if kind is None and isinstance(binding.node, ast.AnnAssign):
                    kind = self._annotation(binding.node.annotation, at)
                return _unpacked(binding.target, name, kind)
            case ast.For(iter=many) | ast.AsyncFor(iter=many) | ast.comprehension(iter=many):
                # Later iterations see what earlier ones bound, but not their own source.
                outer = (
                    Position(at.scopes[1:], at.line)
                    if isinstance(binding.node, ast.comprehension) and _is_first(binding.node, at)
                    else at
                )
                return _unpacked(binding.target, name, element(self.infer(many, outer)))
            case ast.Import(names=names):
                return _imported(name, names)
            case ast.ImportFrom():
                return self._imported_from(name, binding.node)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return Function(binding.node)
            case ast.ClassDef():
                return _model(models.model_named(self.code.module, name))
            case ast.arg():
                return self._argument(binding.node, at)
            case _:
                return None

    def _module(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.code.path.removesuffix(".py").split("/")[: -node.level]
        return ".".join([*parts, *([node.module] if node.module else [])])

    def _imported_from(self, name: str, node: ast.ImportFrom) -> Kind | None:
        module = self._module(node)
        original = next(
            (each.name for each in node.names if (each.asname or each.name) == name), name
        )
        found = models.model_named(module, original)
        if found is not None:
            return ModelClass(found)
        full = f"{module}.{original}"
        return Named(full) if module.startswith("django.") else Module(full)

    def _argument(self, node: ast.arg, at: Position) -> Kind | None:
        if node.annotation is not None:
            return self._annotation(node.annotation, at)
        function = at.scopes[0]
        if not isinstance(function, scope.FUNCTIONS) or not function.args.args:
            return None
        return self.owner(at) if function.args.args[0] is node else None

    def owner(self, at: Position) -> Kind | None:
        """What `self` is: an object of the model, or the rows of the model that uses the class."""
        classes = (each for each in at.scopes if isinstance(each, ast.ClassDef))
        around = next((each for each in classes if each.name != "Meta"), None)
        if around is None:
            return None
        model = models.model_named(self.code.module, around.name)
        if model is not None:
            return Instance(model)
        for each in apps.get_models():
            for manager in each._meta.managers:
                rows = getattr(manager, "_queryset_class", None)
                for of in (type(manager), rows):
                    if of is not None and of.__name__ == around.name:
                        if of.__module__ == self.code.module:
                            return Rows(each, of)
        return None

    def _annotation(self, node: ast.AST, at: Position) -> Kind | None:
        match node:
            case ast.Constant(value=str() as text):
                return self._annotation(ast.parse(text, mode="eval").body, at) if text else None
            case ast.BinOp(left=left, right=right):
                return self._annotation(left, at) or self._annotation(right, at)
            case ast.Subscript(value=ast.Name(id=name), slice=inner):
                kind = self._annotation(inner, at)
                if name in ("QuerySet", "Manager") and isinstance(kind, Instance):
                    return models.queryset(kind.model)
                return Many(kind) if kind and name != "type" else None
            case _:
                kind = self.infer(node, at)
                return Instance(kind.model) if isinstance(kind, ModelClass) else None

    def _call(self, node: ast.Call, at: Position) -> Kind | None:
        match node.func:
            case ast.Name(id="super"):
                return self.owner(at)
            case ast.Name(id=name) if node.args and scope.find(name, at) is None:
                return self._builtin(name, node, at)
            case _:
                pass
        match self.infer(node.func, at):
            case ModelClass(model=model):
                return Instance(model)
            case Function(node=function):
                return self._returned(function, at)
            case Method(owner=owner, name=name):
                return called(owner, name, node)
            case Named(name=name):
                return self._shortcut(name.rpartition(".")[2], node, at)
            case _:
                return None

    def _returned(
        self, function: ast.FunctionDef | ast.AsyncFunctionDef, at: Position
    ) -> Kind | None:
        outer = next((n for n, each in enumerate(at.scopes) if isinstance(each, ast.Module)), 0)
        inside = Position((function, *at.scopes[outer:]), function.end_lineno or function.lineno)
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and node.value is not None:
                kind = self.infer(node.value, Position(inside.scopes, node.lineno))
                if kind is not None:
                    return kind
            if isinstance(node, ast.Yield) and node.value is not None:
                kind = self.infer(node.value, Position(inside.scopes, node.lineno))
                return Many(kind) if kind else None
        return self._annotation(function.returns, at) if function.returns else None

    def _builtin(self, name: str, node: ast.Call, at: Position) -> Kind | None:
        kind = self.infer(node.args[0], at)
        if name in _SAME:
            inner = element(kind)
            return Many(inner) if inner else None
        if name in ("next", "min", "max"):
            return element(kind)
        if name == "enumerate":
            return Many(Several((None, element(kind))))
        if name == "zip":
            return Many(Several(tuple(element(self.infer(each, at)) for each in node.args)))
        return None

    def _shortcut(self, name: str, node: ast.Call, at: Position) -> Kind | None:
        """Django's functions that lead to a model."""
        if name == "get_user_model":
            return ModelClass(apps.get_model(settings.AUTH_USER_MODEL))
        if name in ("get_object_or_404", "aget_object_or_404", "get_list_or_404") and node.args:
            kind = self.infer(node.args[0], at)
            if isinstance(kind, (ModelClass, Rows)):
                one = Instance(kind.model)
                return Many(one) if name == "get_list_or_404" else one
        return None


def attribute(kind: Kind | None, name: str) -> Kind | None:
    """What an attribute of it is."""
    match kind:
        case ModelClass(model=model):
            return models.objects(model, name) or Method(kind, name)
        case Instance(model=model):
            return models.attribute(model, name) or (
                Method(kind, name) if callable(getattr(model, name, None)) else None
            )
        case Rows():
            return Method(kind, name) if hasattr(kind.of, name) else None
        case Module(name=module):
            found = models.model_named(module, name)
            return ModelClass(found) if found else Module(f"{module}.{name}")
        case Named(name=owner):
            return Named(f"{owner}.{name}")
        case _:
            return None


def called(owner: Rows | Instance | ModelClass, name: str, node: ast.Call) -> Kind | None:
    """What a method returns."""
    if not isinstance(owner, Rows):
        return None
    model, own = owner.model, owner.annotations
    new = tuple(each.arg for each in node.keywords if each.arg)
    if name in ONE:
        return Instance(model, own) if owner.instances else None
    if name in _PAIR:
        return Several((Instance(model), None))
    if name == "in_bulk":
        return None
    if name in _VALUES:
        return models.queryset(model, own + new, instances=False)
    if name in ("annotate", "alias"):
        return models.queryset(model, own + new + _default_names(node), owner.instances)
    if name in CHAINED:
        return models.queryset(model, own, owner.instances)
    if name in ("bulk_create", "abulk_create"):
        return Many(Instance(model))
    # The project's own methods return a queryset, by custom; Django's that are left return none.
    of = next((each for each in owner.of.__mro__ if name in vars(each)), None)
    ours = getattr(getattr(owner.of, name, None), "__module__", "").startswith("django.")
    return models.queryset(model, own, owner.instances) if of is not None and not ours else None


def _default_names(node: ast.Call) -> tuple[str, ...]:
    """Names of aggregates without one: `Count("items")` is `items__count`."""
    names: list[str] = []
    for each in node.args:
        match each:
            case ast.Call(func=ast.Name(id=function), args=[ast.Constant(value=str() as path), *_]):
                names.append(f"{path}__{function.lower()}")
            case _:
                pass
    return tuple(names)


def element(kind: Kind | None) -> Kind | None:
    """What iterating over it gives."""
    match kind:
        case Rows(model=model, annotations=annotations, instances=True):
            return Instance(model, annotations)
        case Many(element=inner):
            return inner
        case _:
            return None


def _item(kind: Kind | None, index: ast.AST) -> Kind | None:
    if isinstance(index, ast.Slice):
        return kind if isinstance(kind, (Rows, Many)) else None
    if isinstance(kind, Several):
        if isinstance(index, ast.Constant) and isinstance(index.value, int):
            return (
                kind.items[index.value]
                if -len(kind.items) <= index.value < len(kind.items)
                else None
            )
        return None
    return element(kind)


def _unpacked(target: ast.AST | None, name: str, kind: Kind | None) -> Kind | None:
    if isinstance(target, (ast.Tuple, ast.List)):
        for index, each in enumerate(target.elts):
            if any(isinstance(inner, ast.Name) and inner.id == name for inner in ast.walk(each)):
                items = kind.items if isinstance(kind, Several) else ()
                inner = items[index] if index < len(items) else None
                return _unpacked(each, name, inner)
        return None
    return kind


def _is_first(node: ast.comprehension, at: Position) -> bool:
    inner = at.scopes[0]
    return isinstance(inner, scope.COMPREHENSIONS) and inner.generators[0] is node


def _imported(name: str, names: Iterable[ast.alias]) -> Kind | None:
    for each in names:
        if each.asname == name:
            return Module(each.name)
        if each.asname is None and each.name.partition(".")[0] == name:
            return Module(name)
    return None


def _model(found: Any | None) -> Kind | None:
    return ModelClass(found) if found is not None else None
