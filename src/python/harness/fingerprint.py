"""The shape of a SQL text: what stays when its values are taken out."""

from __future__ import annotations

import re

# Quoted text comes first, so that nothing inside it is taken for a value. Names in double quotes
# are kept as they are; string and number literals become placeholders.
_TOKEN = re.compile(
    r"""
    (?P<name>"(?:[^"]|"")*"|`[^`]*`|\[[A-Za-z_][^\]]*\])
    |(?P<string>[xX]?'(?:[^']|'')*')
    |(?P<number>(?<![\w$.])[-+]?(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+)(?![\w.]))
    |(?P<space>(?:\s|--[^\n]*|/\*.*?\*/)+)
    """,
    re.VERBOSE | re.DOTALL,
)
_SAVEPOINT = re.compile(r"^((?:RELEASE |ROLLBACK TO )?SAVEPOINT) .*$")
_ITEM = r"(?:%s|\?|%\(\w+\)s|NULL)"
_LIST = re.compile(rf"\bIN \(\s*{_ITEM}(?:\s*,\s*{_ITEM})*\s*\)", re.IGNORECASE)
_TUPLE = rf"\(\s*{_ITEM}(?:\s*,\s*{_ITEM})*\s*\)"
# Rows beyond the first, in `VALUES (%s, %s), (%s, %s)` and in `IN ((%s, %s), (%s, %s))`.
_MORE_TUPLES = re.compile(rf"({_TUPLE})(?:\s*,\s*{_TUPLE})+")
_TABLE = re.compile(
    r"\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?"
    r'("(?:[^"]|"")*"|`[^`]*`|[A-Za-z_][\w.]*)',
    re.IGNORECASE,
)
_WORD = re.compile(r"[\s(]*([A-Za-z]+)")


def shape_of(sql: str) -> str:
    """The SQL with every value, and every list of values, replaced by one placeholder."""
    text = _TOKEN.sub(_without_value, sql).strip().rstrip(";").rstrip()
    text = _SAVEPOINT.sub(r"\1", text)
    text = _MORE_TUPLES.sub(r"\1", text)
    return _LIST.sub("IN (%s)", text)


def _without_value(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "name":
        return match.group()
    if kind == "space":
        return " "
    return "%s"


def verb_of(sql: str) -> str:
    """The first word, in capitals; for a query with common table expressions, what it does."""
    bare = _TOKEN.sub(lambda match: " " if match.lastgroup == "space" else match.group(), sql)
    match = _WORD.match(bare)
    return match.group(1).upper() if match else ""


def tables_of(sql: str) -> list[str]:
    """The tables that are read or written, in order of appearance, each once."""
    names = (match.group(1) for match in _TABLE.finditer(_TOKEN.sub(_without_value, sql)))
    return list(dict.fromkeys(name.strip('"`').replace('""', '"') for name in names))
