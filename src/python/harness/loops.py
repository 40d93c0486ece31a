"""Whether a line stands in a loop over a few fixed things, by the learner's source."""

from __future__ import annotations

import ast
import linecache
from functools import lru_cache

from .places import RawPlace, RawStack

_LOOPS = (ast.For, ast.AsyncFor, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# A loop over this many things that stand in the code is not going to grow with the data.
FIXED_LENGTH = 20


def in_fixed_loop(stack: RawStack, root: str) -> bool:
    """Whether the nearest loop around any of these lines runs over what is written in the code."""
    for place in stack:
        fixed = _nearest_loop(place, root)
        if fixed is not None:
            return fixed
    return False


def _nearest_loop(place: RawPlace, root: str) -> bool | None:
    file, line, _ = place
    tree = _tree(root + file)
    if tree is None:
        return None
    nearest: ast.AST | None = None
    for node in ast.walk(tree):
        if isinstance(node, (*_LOOPS, ast.While)) and _holds(node, line):
            if nearest is None or node.lineno >= nearest.lineno:  # type: ignore[attr-defined]
                nearest = node
    if nearest is None:
        return None
    if isinstance(nearest, ast.While):
        return False
    iterables = (
        [nearest.iter]
        if isinstance(nearest, (ast.For, ast.AsyncFor))
        else [generator.iter for generator in nearest.generators]  # type: ignore[attr-defined]
    )
    return all(_is_fixed(each, tree) for each in iterables)


def _holds(node: ast.AST, line: int) -> bool:
    """Whether the line is in the loop's body; its head belongs to what is around it."""
    if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
        first = node.body[0].lineno
        return first <= line <= (node.body[-1].end_lineno or first)
    start, end = node.lineno, node.end_lineno  # type: ignore[attr-defined]
    return start <= line <= (end or start)


def _is_fixed(node: ast.expr, tree: ast.Module) -> bool:
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return len(node.elts) <= FIXED_LENGTH and not any(
            isinstance(each, ast.Starred) for each in node.elts
        )
    if isinstance(node, ast.Dict):
        return len(node.keys) <= FIXED_LENGTH
    if isinstance(node, ast.Call):
        return _is_fixed_call(node, tree)
    if isinstance(node, ast.Attribute):
        # `Status.choices`, `Status.values`: an enumeration of the learner's.
        return (
            node.attr in ("choices", "values", "names", "labels")
            and isinstance(node.value, (ast.Name, ast.Attribute))
            and ast.unparse(node.value).rpartition(".")[2][:1].isupper()
        )
    if isinstance(node, ast.Name):
        values = [
            each.value
            for each in ast.walk(tree)
            if isinstance(each, ast.Assign)
            and any(
                isinstance(target, ast.Name) and target.id == node.id for target in each.targets
            )
        ]
        return (
            len(values) == 1 and not isinstance(values[0], ast.Name) and _is_fixed(values[0], tree)
        )
    return False


def _is_fixed_call(node: ast.Call, tree: ast.Module) -> bool:
    if isinstance(node.func, ast.Name) and node.func.id == "range":
        return all(
            isinstance(each, ast.Constant)
            and isinstance(each.value, int)
            and each.value <= FIXED_LENGTH
            for each in node.args
        )
    if isinstance(node.func, ast.Name) and node.func.id in (
        "enumerate",
        "zip",
        "sorted",
        "reversed",
    ):
        return any(_is_fixed(each, tree) for each in node.args)
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("items", "keys", "values"):
        return isinstance(node.func.value, (ast.Name, ast.Dict)) and _is_fixed(
            node.func.value, tree
        )
    return False


@lru_cache(maxsize=64)
def _parsed(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except SyntaxError:
        return None  # a template


def _tree(path: str) -> ast.Module | None:
    if not path.endswith(".py"):
        return None
    return _parsed("".join(linecache.getlines(path)))
