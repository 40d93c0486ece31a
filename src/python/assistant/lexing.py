"""The tokens before a caret, however unfinished the code is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    r"""(?P<space>[ \t\f]+|\\\n)|(?P<newline>\n)|(?P<comment>\#[^\n]*)"""
    r"""|(?P<string>(?i:[rbuft]{0,3})(?:'''|\"\"\"|'|"))|(?P<name>[^\W\d]\w*)"""
    r"""|(?P<number>\d[\w.]*)|(?P<op>:=|->|\*\*|//|[-+*/%@&|^=<>!]=|.)""",
    re.VERBOSE,
)

OPENERS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of code; newlines inside of brackets are none."""

    kind: Literal["name", "number", "string", "op", "newline"]
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexed:
    """The tokens up to a place, and what the place is inside of."""

    tokens: list[Token]
    # Indices of tokens that open a bracket which nothing closes, outermost first.
    open: list[int]
    # Where the string that the place is inside of begins, where its content does, and what ends it.
    string: tuple[int, int, str] | None
    in_comment: bool


def lex(text: str, end: int) -> Lexed:
    """Read the code before `end`."""
    tokens: list[Token] = []
    opened: list[int] = []
    at = 0
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            at += 1
            continue
        kind, begin, at = match.lastgroup, at, match.end()
        if kind == "comment" and at >= end:
            return Lexed(tokens, opened, None, True)
        if kind == "string":
            quote = match.group().lstrip("rRbBuUfFtT")
            close = _close(text, at, quote, end)
            if close is None:
                return Lexed(tokens, opened, (begin, at, quote), False)
            at = close
            tokens.append(Token("string", text[begin:at], begin, at))
        elif kind == "newline":
            if not opened:
                tokens.append(Token("newline", "\n", begin, at))
        elif kind in ("name", "number", "op"):
            tokens.append(Token(kind, text[begin : min(at, end)], begin, min(at, end)))
            if kind == "op":
                _nest(tokens, opened)
    return Lexed(tokens, opened, None, False)


def _nest(tokens: list[Token], opened: list[int]) -> None:
    text = tokens[-1].text
    if text in OPENERS:
        opened.append(len(tokens) - 1)
    elif text in OPENERS.values() and opened:
        opened.pop()


def _close(text: str, at: int, quote: str, end: int) -> int | None:
    """Where the string ends; None when `end` comes first. One of a single line ends with that."""
    while at < end:
        if text[at] == "\\":
            at += 2
        elif text.startswith(quote, at):
            at += len(quote)
            return at if at <= end else None
        elif text[at] == "\n" and len(quote) == 1:
            return at
        else:
            at += 1
    return None
