"""SQL as words, for reading what a statement does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlparse import lexer
from sqlparse.tokens import Comment, Literal, Punctuation, Whitespace


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword, a name, a literal or a sign."""

    text: str
    # In capitals when it can be a keyword: empty for literals and quoted names.
    key: str


def statements(sql: str) -> Iterator[list[Word]]:
    """The words of each statement, without comments."""
    found: list[Word] = []
    for kind, text in lexer.tokenize(sql):
        if kind in Whitespace or kind in Comment:
            continue
        if kind is Punctuation and text == ";":
            if found:
                yield found
            found = []
        elif text.startswith('"'):
            found.append(Word(text[1:-1].replace('""', '"'), ""))
        elif kind in Literal.String:
            found.append(Word(text, ""))
        else:
            # The lexer makes one of words that belong together, such as NOT NULL.
            found += [Word(each, each.upper()) for each in text.split()]
    if found:
        yield found


def parts(words: list[Word]) -> Iterator[list[Word]]:
    """What stands between the commas that no parentheses enclose."""
    depth, found = 0, list[Word]()
    for word in words:
        depth += {"(": 1, ")": -1}.get(word.key, 0)
        if word.key == "," and depth == 0:
            yield found
            found = []
        else:
            found.append(word)
    yield found


class Reader:
    """Takes words from the front."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words

    def take(self, *keys: str) -> bool:
        """Take these keywords if they come next."""
        if [word.key for word in self.words[: len(keys)]] != list(keys):
            return False
        self.words = self.words[len(keys) :]
        return True

    def name(self) -> str:
        """Take a name, of a schema's member only the last part; empty at the end."""
        for ahead in (("IF", "NOT", "EXISTS"), ("IF", "EXISTS"), ("ONLY",)):
            self.take(*ahead)
        taken = self.words[0].text if self.words else ""
        self.words = self.words[1:]
        return self.name() if self.take(".") else taken

    def has(self, *keys: str) -> bool:
        """Whether these keywords come somewhere, in a row."""
        every = [word.key for word in self.words]
        size = len(keys)
        return any(every[at : at + size] == list(keys) for at in range(len(every)))

    def after(self, *keys: str) -> Reader:
        """A reader of what follows these keywords; of nothing when they do not come."""
        size = len(keys)
        for at in range(len(self.words)):
            if [word.key for word in self.words[at : at + size]] == list(keys):
                return Reader(self.words[at + size :])
        return Reader([])
