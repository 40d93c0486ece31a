"""What stands around a caret: the word that is being typed, and the calls that it is an argument of."""

from __future__ import annotations

import keyword
from dataclasses import dataclass, field
from typing import Literal

from .code import Code
from .lexing import Lexed, Token, lex


@dataclass(frozen=True, slots=True)
class Call:
    """A call whose brackets are open."""

    # The code of what is called, for example `Order.objects.filter`.
    callee: str
    # Positional arguments before this one.
    index: int
    # Name of the keyword argument that the place is in the value of.
    keyword: str | None
    # Brackets of lists and tuples between the call and the place.
    nested: bool
    # Where the first argument begins.
    start: int
    # Code of the first argument, when it is complete.
    first: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What a caret is at."""

    kind: Literal["attribute", "name", "string", "nowhere"]
    # What is typed already of a name, or of a string's content.
    typed: str
    # Code of what the attribute is of.
    owner: str = ""
    # Innermost first.
    calls: list[Call] = field(default_factory=list[Call])
    # Whether a new argument begins here, which may be a keyword.
    argument: bool = False


def place(code: Code) -> Place:
    """Read the code before the caret."""
    lexed = lex(code.text, code.caret)
    if lexed.in_comment:
        return Place("nowhere", "")
    if lexed.string is not None:
        start, content, _ = lexed.string
        typed = code.text[content : code.caret]
        prefix = code.text[start:content].rstrip("'\"").lower()
        if "f" in prefix or "b" in prefix or "t" in prefix:
            return Place("nowhere", "")
        return Place("string", typed, calls=_calls(code, lexed, start))
    tokens = lexed.tokens
    typed = ""
    if tokens and tokens[-1].kind == "name" and tokens[-1].end == code.caret:
        typed = tokens.pop().text
    if tokens and tokens[-1].kind == "number" and tokens[-1].end == code.caret:
        return Place("nowhere", "")
    calls = _calls(code, lexed, code.caret - len(typed))
    last = tokens[-1].text if tokens else "\n"
    if last == ".":
        return Place("attribute", typed, primary(code.text, tokens, len(tokens) - 1), calls)
    argument = bool(calls) and last in ("(", ",") and not calls[0].nested
    return Place("name", typed, calls=calls, argument=argument)


def _calls(code: Code, lexed: Lexed, end: int) -> list[Call]:
    calls: list[Call] = []
    nested = False
    limit = len(lexed.tokens)
    for index in reversed(lexed.open):
        if index >= limit:
            continue
        token = lexed.tokens[index]
        callee = primary(code.text, lexed.tokens, index) if token.text == "(" else ""
        if not callee:
            nested = True
            continue
        arguments = _arguments(lexed.tokens[index + 1 :])
        current = arguments[-1]
        named = len(current) >= 2 and current[0].kind == "name" and current[1].text == "="
        positional = [each for each in arguments[:-1] if len(each) < 2 or each[1].text != "="]
        first = ""
        if len(arguments) > 1 and arguments[0]:
            first = code.text[arguments[0][0].start : arguments[0][-1].end]
        calls.append(
            Call(
                callee,
                len(positional),
                current[0].text if named else None,
                nested,
                token.end,
                first,
            )
        )
        nested = False
    return calls


def _arguments(tokens: list[Token]) -> list[list[Token]]:
    arguments: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        if token.text in "([{":
            depth += 1
        elif token.text in ")]}":
            depth -= 1
        if token.text == "," and depth == 0:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return arguments


def primary(text: str, tokens: list[Token], end: int) -> str:
    """The code of the name, call, subscript or attribute that ends before token `end`; '' for none."""
    at = end - 1
    start: int | None = None
    while at >= 0:
        token = tokens[at]
        if token.text in (")", "]", "}"):
            opener = _opener(tokens, at)
            if opener is None:
                break
            start, at = tokens[opener].start, opener - 1
            before = tokens[at] if at >= 0 else None
            if before is not None and (_is_name(before) or before.text in (")", "]")):
                continue
        elif _is_name(token) or token.kind == "string":
            start, at = token.start, at - 1
        else:
            break
        if at < 0 or tokens[at].text != ".":
            break
        at -= 1
    return "" if start is None else text[start : tokens[end - 1].end]


def _is_name(token: Token) -> bool:
    return token.kind == "name" and not keyword.iskeyword(token.text)


def _opener(tokens: list[Token], at: int) -> int | None:
    depth = 0
    for index in range(at, -1, -1):
        if tokens[index].kind != "op":
            continue
        if tokens[index].text in (")", "]", "}"):
            depth += 1
        elif tokens[index].text in ("(", "[", "{"):
            depth -= 1
            if depth == 0:
                return index
    return None
