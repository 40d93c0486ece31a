"""The commands in a piece of shell, by the standard library's own lexer."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

SEPARATORS = {"&&", "||", ";", "|", "&", "(", ")"}


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the variables that are set for it alone, its words, and what joins it to the next."""

    env: dict[str, str]
    words: list[str]
    then: str
    # Counted from the first line of the text.
    line: int

    @property
    def text(self) -> str:
        """It, in one line."""
        return " ".join(self.words)

    def has(self, *words: str) -> bool:
        """Whether these words stand in it, side by side."""
        size = len(words)
        return any(
            tuple(self.words[at : at + size]) == words for at in range(len(self.words) - size + 1)
        )


def commands(text: str) -> Iterator[Command]:
    """The commands of a text, in order; lines that no shell could read are passed over."""
    for number, line in _lines(text):
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        try:
            tokens = list(lexer)
        except ValueError:
            continue
        words: list[str] = []
        for token in [*tokens, ";"]:
            if token not in SEPARATORS:
                words.append(token)
                continue
            if words:
                yield _command(words, token, number)
            words = []


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with those that go on after a backslash joined, and the number of the first."""
    begun, start = "", 0
    for number, line in enumerate(text.splitlines()):
        begun, start = (begun + " " + line, start) if begun else (line, number)
        if begun.endswith("\\"):
            begun = begun[:-1] or " "
            continue
        yield start, begun
        begun = ""
    if begun:
        yield start, begun


def _command(words: list[str], then: str, line: int) -> Command:
    env: dict[str, str] = {}
    for at, word in enumerate(words):
        name, sign, value = word.partition("=")
        if not (sign and name.isidentifier()):
            return Command(env, words[at:], then, line)
        env[name] = value
    return Command(env, [], then, line)
