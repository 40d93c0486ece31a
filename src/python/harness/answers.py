"""What an answer to a request says, in plain data."""

from __future__ import annotations

import re
from json import JSONDecoder
from typing import Any

from .errors import describe
from .request import Files

# Characters of a body that are told.
MAX_TEXT = 100_000

# Made here, once: learner code may replace the functions of `json`.
_decode = JSONDecoder().decode


def answer_of(response: Any) -> dict[str, Any]:
    """Status, headers, cookies and body of a Django response, which is read to its end."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    text = bytes(content).decode("utf-8", "replace")
    told: dict[str, Any] = {
        "status": response.status_code,
        "headers": {name.lower(): value for name, value in response.items()},
        "cookies": {name: _cookie(each) for name, each in response.cookies.items()},
        "text": text[:MAX_TEXT],
    }
    if "json" in told["headers"].get("content-type", ""):
        try:
            told["json"] = _decode(text)
        except ValueError:
            # The text says all there is.
            return told
    return told


def error_of(error: BaseException, sources: Files) -> dict[str, Any]:
    """An exception that came out of the submission, and the learner's line."""
    told = describe(error, sources)
    frame = told.frames[-1] if told.frames else None
    return {
        "type": told.type,
        "message": told.message[:400],
        "place": [frame.file, frame.line, frame.scope] if frame else None,
        "hint": told.hint,
    }


def found_in(told: dict[str, Any], where: str) -> Any:
    """A part of an answer: `results.0.id` of its JSON, `header:Location`, `text:<pattern>`; or None."""
    kind, _, rest = where.partition(":")
    if kind == "header":
        return told.get("headers", {}).get(rest.lower())
    if kind == "text":
        match = re.search(rest, told.get("text", ""))
        return match and match[1]
    value: Any = told.get("json")
    for key in where.split("."):
        try:
            value = value[int(key)] if isinstance(value, list) else value[key]
        except LookupError, TypeError, ValueError:
            return None
    return value


def _cookie(morsel: Any) -> dict[str, Any]:
    return {"value": morsel.value} | {name: value for name, value in morsel.items() if value}
