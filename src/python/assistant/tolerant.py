"""A syntax tree of code that is still being written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .code import Code
from .lexing import OPENERS, lex

CARET = "__caret__"

_HEADER = re.compile(
    r"\s*(?:async\s+)?(?P<word>for|if|elif|else|while|with|def|class|try|except|finally|match|case)\b"
)
_REPAIRS = 8
_good: dict[str, ast.Module] = {}


def parse(code: Code) -> ast.Module:
    """The tree of the file, with as little mended around the caret, and elsewhere, as it needs.

    Lines before the caret keep their numbers. Where nothing helps, it is the last tree that could be made.
    """
    for candidate in _candidates(code):
        tree = _parsed(candidate)
        if tree is not None:
            _good[code.path] = tree
            return tree
    for candidate in list(_candidates(code))[1:]:
        tree = _repaired(candidate)
        if tree is not None:
            return tree
    return _good.get(code.path) or ast.Module([], [])


def _parsed(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return None


def _candidates(code: Code) -> Iterator[str]:
    text, caret = code.text, code.caret
    lexed = lex(text, caret)
    word = re.match(r"\w*", text[caret:])
    after = caret + (word.end() if word else 0)
    typed = bool(re.search(r"\w$", text[:caret])) or after > caret
    hole = "" if typed or lexed.string else CARET
    yield text[:after] + hole + text[after:]

    end_of_line = text.find("\n", caret)
    rest = text[end_of_line:] if end_of_line >= 0 else ""
    starts = [token.end for token in lexed.tokens if token.kind == "newline"]
    start = starts[-1] if starts else 0
    start += len(text[start:caret]) - len(text[start:caret].lstrip("\n"))
    statement = text[start:caret]
    closers = lexed.string[2] if lexed.string else ""
    closers += "".join(OPENERS[lexed.tokens[index].text] for index in reversed(lexed.open))
    header = _HEADER.match(statement)
    body = ""
    if header and not closers.endswith(":"):
        body = ":" if _opens_block(statement, rest) else ": pass"
    yield text[:after] + hole + closers + body + rest

    filler = _filler(statement, rest)
    lines = statement.count("\n")
    yield text[:start] + filler + "\n" * lines + rest
    yield text[:start] + filler + "\n"


def _opens_block(statement: str, rest: str) -> bool:
    own = len(statement) - len(statement.lstrip())
    for line in rest.split("\n"):
        if line.strip():
            return len(line) - len(line.lstrip()) > own
    return False


def _filler(statement: str, rest: str) -> str:
    """What can stand in for a statement that cannot be parsed."""
    indent = statement[: len(statement) - len(statement.lstrip())]
    header = _HEADER.match(statement)
    if header is None or not _opens_block(statement, rest):
        return f"{indent}pass"
    match header["word"]:
        case "elif" | "else":
            return f"{indent}{'else' if header['word'] == 'else' else 'elif 1'}:"
        case "try":
            return f"{indent}try:"
        case "except" | "finally":
            return f"{indent}{header['word']}:"
        case _:
            return f"{indent}if 1:"


def _repaired(text: str) -> ast.Module | None:
    """Take the lines out that the parser stumbles over, one after the other."""
    lines = text.split("\n")
    tried: set[int] = set()
    for _ in range(_REPAIRS):
        try:
            return ast.parse("\n".join(lines))
        except SyntaxError as error:
            at = (error.lineno or 1) - 1
        except ValueError, RecursionError, MemoryError:
            return None
        if at >= len(lines) or at in tried:
            del lines[at if at < len(lines) else -1 :]
            continue
        tried.add(at)
        lines[at] = _filler(lines[at], "\n".join(lines[at + 1 :]))
    return None
