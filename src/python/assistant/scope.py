"""Which names a place in a file knows, and what binds them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

type Scope = (
    ast.Module
    | ast.FunctionDef
    | ast.AsyncFunctionDef
    | ast.ClassDef
    | ast.Lambda
    | ast.ListComp
    | ast.SetComp
    | ast.GeneratorExp
    | ast.DictComp
)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
_SCOPES = (*FUNCTIONS, *COMPREHENSIONS, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: the scopes around it, innermost first, and its line."""

    scopes: tuple[Scope, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Binding:
    """What gives a name its value: a target in a node, with the line from which on it holds."""

    node: ast.AST
    # The part of the node that is the name, or a tuple with the name in it.
    target: ast.AST | None
    line: int


def position(tree: ast.Module, line: int, column: int) -> Position:
    """The scopes around a place; `column` counts bytes, as `ast` does."""
    found: list[Scope] = [tree]
    node: ast.AST = tree
    while (inner := _scope_within(node, line, column)) is not None:
        found.insert(0, inner)
        node = inner
    return Position(tuple(found), line)


def _scope_within(node: ast.AST, line: int, column: int) -> Scope | None:
    for child in _below(node):
        if isinstance(child, _SCOPES) and _contains(child, line, column):
            return child
    return None


def _below(node: ast.AST) -> Iterator[ast.AST]:
    """Everything below a node, but not what is inside of further scopes."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, _SCOPES):
            yield from _below(child)


def _contains(node: Scope, line: int, column: int) -> bool:
    if isinstance(node, ast.Module):
        return True
    end = node.end_lineno or node.lineno
    if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        return node.body[0].lineno <= line <= end
    last = (end, node.end_col_offset or 0)
    return (node.lineno, node.col_offset) <= (line, column) <= last


def find(name: str, at: Position) -> tuple[Binding, Position] | None:
    """The binding of a name that holds at a position, and the position that it is made at."""
    for depth, scope in enumerate(at.scopes):
        # What a class binds is not seen by its methods.
        if depth > 0 and isinstance(scope, ast.ClassDef):
            continue
        bindings = [each for each in _bindings(scope) if name in _names(each)]
        if not bindings:
            continue
        before = [each for each in bindings if _holds(each, at.line)]
        chosen = (
            before[-1]
            if before
            else next((each for each in bindings if not _around(each.node, at.line)), None)
        )
        if chosen is not None:
            return chosen, Position(at.scopes[depth:], chosen.line)
    return None


def _holds(binding: Binding, line: int) -> bool:
    node = binding.node
    if isinstance(node, (ast.For, ast.AsyncFor, ast.With, ast.AsyncWith)):
        return node.body[0].lineno <= line
    if isinstance(node, (ast.comprehension, ast.arg, *FUNCTIONS, ast.ClassDef)):
        return True
    if isinstance(node, ast.NamedExpr):
        return node.lineno <= line
    return (getattr(node, "end_lineno", 0) or 0) < line


def _around(node: ast.AST, line: int) -> bool:
    start, end = getattr(node, "lineno", 0), getattr(node, "end_lineno", 0) or 0
    return start <= line <= end and not isinstance(node, (*FUNCTIONS, ast.ClassDef))


def _bindings(scope: Scope) -> Iterator[Binding]:
    if isinstance(scope, (*FUNCTIONS, ast.Lambda)):
        for each in (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs):
            yield Binding(each, None, scope.body[0].lineno if isinstance(scope.body, list) else 0)
    if isinstance(scope, COMPREHENSIONS):
        for each in scope.generators:
            yield Binding(each, each.target, each.target.lineno)
        return
    for node in _below(scope):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.Assign():
                for target in node.targets:
                    yield Binding(node, target, line)
            case ast.AnnAssign() | ast.NamedExpr() | ast.For() | ast.AsyncFor():
                yield Binding(node, node.target, line)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    if item.optional_vars is not None:
                        yield Binding(node, item.optional_vars, line)
            case ast.Import() | ast.ImportFrom():
                yield Binding(node, None, line)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield Binding(node, None, line)
            case _:
                pass


def _names(binding: Binding) -> set[str]:
    match binding.node:
        case ast.arg(arg=name):
            return {name}
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Import(names=names):
            return {each.asname or each.name.partition(".")[0] for each in names}
        case ast.ImportFrom(names=names):
            return {each.asname or each.name for each in names}
        case _:
            if binding.target is None:
                return set()
            return {each.id for each in ast.walk(binding.target) if isinstance(each, ast.Name)}
