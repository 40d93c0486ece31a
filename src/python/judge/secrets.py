"""What is secret, and secrets that stand in code: the sources are read, never run."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from harness.report import Place

from .request import Files
from .syntax import TooDeep, Unread, parse

# The last word of a name tells: `PASSWORD_HASHERS` and `KEY_PREFIX` are not secret.
_WORDS = {"CREDENTIALS", "PASSPHRASE", "PASSWD", "PASSWORD", "SECRET", "TOKEN"}
_KEYS = {"", "ACCESS", "API", "ENCRYPTION", "PRIVATE", "SECRET", "SIGNING"}
# Texts shorter than this are too common to be searched for, or hidden.
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A secret in code: where, and what it is given to; never the secret itself."""

    place: Place
    words: str


def is_secret(name: str) -> bool:
    """Whether something of this name is a secret."""
    words = name.upper().removesuffix("_FALLBACKS").split("_")
    if words[-1] in ("KEY", "KEYS"):
        return (words[-2] if len(words) > 1 else "") in _KEYS
    return words[-1].removesuffix("S") in _WORDS or words[-1] in _WORDS


def has_credentials(text: str) -> bool:
    """Whether a text is a URL with a password in it."""
    try:
        return bool(urlsplit(text).password)
    except ValueError:
        return False


def secret_texts(env: Mapping[str, str]) -> list[str]:
    """The values of an environment that no message may show, longest first."""
    texts = {text for name, text in env.items() if is_secret(name) or has_credentials(text)}
    texts |= {urlsplit(text).password or "" for text in texts if has_credentials(text)}
    return sorted((text for text in texts if len(text) >= _SHORTEST), key=len, reverse=True)


def hide(text: str, secrets: Collection[str]) -> str:
    """The text with each secret taken out."""
    for secret in secrets:
        text = text.replace(secret, "(hidden)")
    return text


def secrets_in(files: Files, known: Collection[str] = ()) -> Iterator[Found]:
    """The secrets in Python files, in order; `known` are texts that must not stand there."""
    for path, source in files.items():
        if not path.endswith(".py"):
            continue
        try:
            tree = parse(source)
        except TooDeep:
            yield Found(
                Place(path, 1, ""), "code that cannot be read, so nobody knows what it holds"
            )
            continue
        except Unread:
            continue  # it does not start either, and that is what there is to say
        found = dict(_in_tree(tree, known))
        for line in sorted(found):
            yield Found(Place(path, line, ""), found[line])


def _in_tree(tree: ast.Module, known: Collection[str]) -> Iterator[tuple[int, str]]:
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) in documentation:
                continue
            if has_credentials(node.value):
                yield node.lineno, "a URL with a password in it"
            elif node.value in known:
                yield node.lineno, "a secret of the environment"
        for name, value in _given(node):
            if is_secret(name) and (line := _literal(value)):
                yield line, f"a text for `{name}`"


def _given(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names, and what they are given: by assignment, keyword, dict, default or look-up."""
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                yield from ((name, value) for name in _names(target))
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            yield from ((name, value) for name in _names(target))
        case ast.NamedExpr(target=target, value=value):
            yield target.id, value
        case ast.keyword(arg=str(name), value=value):
            yield name, value
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, value
        case ast.Call(args=[ast.Constant(value=str(name)), *others], keywords=keywords):
            # env("SECRET_KEY", "fallback"), env("SECRET_KEY", default="fallback")
            yield from ((name, value) for value in others)
            yield from ((name, each.value) for each in keywords)
        case ast.arguments():
            yield from _defaults(node)
        case _:
            pass


def _names(target: ast.expr) -> Iterator[str]:
    match target:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            yield name
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            yield name
        case _:
            pass


def _defaults(arguments: ast.arguments) -> Iterator[tuple[str, ast.expr]]:
    positional = [*arguments.posonlyargs, *arguments.args]
    if arguments.defaults:
        pairs = zip(positional[-len(arguments.defaults) :], arguments.defaults, strict=True)
        yield from ((argument.arg, value) for argument, value in pairs)
    for argument, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if value is not None:
            yield argument.arg, value


def _literal(node: Any) -> int:
    """The line of a text that this expression is, or falls back to; 0 when there is none."""
    match node:
        case ast.Constant(value=str() | bytes() as text):
            return node.lineno if text else 0
        case ast.JoinedStr(values=parts):
            return 0 if any(isinstance(each, ast.FormattedValue) for each in parts) else node.lineno
        case ast.BinOp(left=left, right=right):
            return _literal(left) and _literal(right)
        case ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            return next(filter(None, map(_literal, parts)), 0)
        case ast.IfExp(body=body, orelse=other):
            return _literal(body) or _literal(other)
        case ast.Subscript(value=value) | ast.Call(func=ast.Attribute(value=value)):
            # "yek-terces"[::-1], "key".encode()
            return _literal(value)
        case _:
            return 0
