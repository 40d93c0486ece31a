"""A claim: what the interpreter that ran a submission says came of one probe.

Nobody vouches for it: the submission ran in that interpreter. It is compared and judged elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from json import JSONEncoder, loads
from typing import Any

from .plain_json import NotEncoded, bare, decode, encode
from .report import Report, ReportError, from_dict, is_sound, to_dict

# Made here, once: learner code may replace the functions of `json`.
_encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class ClaimError(ValueError):
    """The text is not a claim: the submission has changed how one is made."""


@dataclass(slots=True)
class Claim:
    """A plain value, or why there is none, and everything that was recorded."""

    report: Report
    # In plain data (`plain.py`).
    value: Any = None
    # Why the value could not be copied.
    odd: str | None = None
    # What else a kind of probe has to say, in ordinary Python data.
    facts: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def bare(self) -> Any:
        """The value in ordinary Python data."""
        return bare(self.value)


def to_text(claim: Claim) -> str:
    """The claim as JSON."""
    from .plain import plain

    data = {
        "report": to_dict(claim.report),
        "value": encode(claim.value),
        "odd": claim.odd,
        "facts": encode(plain(claim.facts)),
    }
    # Lone surrogates are valid in Python and in JSON, but nowhere after that.
    return _encode(data).encode("utf-8", "replace").decode()


def from_text(text: str) -> Claim:
    """Read a claim; raises ClaimError for what is none."""
    try:
        data = loads(text)
        facts = bare(decode(data["facts"]))
        if not (isinstance(facts, dict) and isinstance(data["odd"], (str, type(None)))):
            raise ClaimError("a part has another type")
        report = from_dict(data["report"])
        if not is_sound(report):
            raise ClaimError("a number in it points nowhere")
        return Claim(report, decode(data["value"]), data["odd"], facts)
    except (NotEncoded, ReportError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ClaimError(str(error)) from error
    except RecursionError as error:
        raise ClaimError("nested too deep") from error
