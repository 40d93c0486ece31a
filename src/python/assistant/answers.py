"""Who answers which question."""

from __future__ import annotations

from typing import Any

from . import completion, description, schema, signatures, tables
from .code import Code


def answer(question: dict[str, Any]) -> Any:
    """The answer to a question, as plain JSON values."""
    match question["kind"]:
        case "complete":
            return completion.complete(_code(question))
        case "signature":
            return signatures.signature(_code(question))
        case "describe":
            return description.describe(_code(question))
        case "schema":
            return schema.schema()
        case "tables":
            return tables.tables(question["image"])
        case _:
            return tables.rows(
                question["image"],
                question["table"],
                question["from"],
                question["count"],
                question["key"],
            )


def _code(question: dict[str, Any]) -> Code:
    # The page counts in UTF-16 units, Python in characters.
    text: str = question["text"]
    units = text.encode("utf-16-le", "surrogatepass")[: question["offset"] * 2]
    return Code(question["path"], text, len(units.decode("utf-16-le", "replace")))
