"""The requests of `src/runtime/protocol.ts` that the judge gets, read from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from json import loads
from typing import Any, Self

from harness.claim import Claim, ClaimError, from_text

type Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing to try with a submission, in an interpreter of its own."""

    # The module of `harness.probes` that carries it out.
    kind: str
    params: dict[str, Any]
    # Whether the project is opened for it.
    opened: bool = True
    # Whether the solution is tried as well, to be compared with.
    compare: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """The interpreter did not live to answer."""

    message: str


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The interpreter was ended because it took too long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Reads:
    """Statements that return rows, as SQLite began to execute them, in each step of a probe."""

    arrange: int
    perform: int
    collect: int


@dataclass(frozen=True, slots=True)
class Metered:
    """A claim, and what was counted below Python while it came about."""

    claim: Claim
    reads: Reads


type Ending = Metered | Lost | TimedOut


@dataclass(frozen=True, slots=True)
class Mistake:
    """Words for a mistake that many make, and how it looks in the code (see `patterns`)."""

    pattern: str
    say: str
    # The title of the check that it fails first; None for any.
    check: str | None = None


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """The exercise's checks, the author's other files, and by how much seed numbers are shifted."""

    checks: str
    support: Files
    shift: int

    @classmethod
    def read(cls, text: str) -> Self:
        return cls(**cls._parts(loads(text)))

    @staticmethod
    def _parts(data: dict[str, Any]) -> dict[str, Any]:
        return {"checks": data["checks"], "support": data["support"], "shift": data["shift"]}


@dataclass(frozen=True, slots=True)
class JudgeRequest(PlanRequest):
    """What came of each probe, for the submission and, where it was compared, for the solution."""

    files: Files
    mistakes: list[Mistake]
    endings: list[Ending]
    solution: list[Ending | None]

    @staticmethod
    def _parts(data: dict[str, Any]) -> dict[str, Any]:
        return PlanRequest._parts(data) | {
            "files": data["files"],
            "mistakes": [Mistake(**each) for each in data["mistakes"]],
            "endings": [_ending(each) for each in data["endings"]],
            "solution": [each and _ending(each) for each in data["solution"]],
        }


def _ending(data: dict[str, Any]) -> Ending:
    match data["kind"]:
        case "timed_out":
            return TimedOut(data["seconds"])
        case "lost":
            return Lost(data["message"])
        case _:
            pass
    try:
        claim = from_text(data["text"])
    except ClaimError as error:
        return Lost(f"what it reported makes no sense ({error})")
    return Metered(claim, Reads(**data["reads"]))
