"""Which changes of a column's type leave the stored values of PostgreSQL as they are."""

from __future__ import annotations

from .sql_words import Word, statements

# Same bytes, other name.
TEXTS = {"VARCHAR", "TEXT"}
STOP = {"USING", "COLLATE"}

type Shape = tuple[str, tuple[int, ...]]


def keeps_storage(old: str, new: list[Word]) -> bool:
    """Whether a change from the type `old` to the one that these words begin with needs no rewrite.

    Text may get a higher limit or none, a number more digits before its point or no limit. Every other change
    counts as a rewrite.
    """
    was, will = _shape(next(statements(old))), _shape(new)
    if was == will:
        return True
    (was_name, was_size), (will_name, will_size) = was, will
    if was_name in TEXTS and will_name in TEXTS:
        return not will_size or (bool(was_size) and will_size >= was_size)
    if was_name == will_name == "NUMERIC":
        if not will_size:
            return True
        return (
            len(was_size) == len(will_size) == 2
            and was_size[1] == will_size[1]
            and will_size[0] >= was_size[0]
        )
    return False


def _shape(words: list[Word]) -> Shape:
    """The name of a type and its numbers: `varchar(50)` is `("VARCHAR", (50,))`."""
    name: list[str] = []
    numbers: list[int] = []
    for word in words:
        if word.key in STOP:
            break
        if word.text.isdigit():
            numbers.append(int(word.text))
        elif word.key not in {"(", ")", ","}:
            name.append(word.key)
    return " ".join(name), tuple(numbers)
