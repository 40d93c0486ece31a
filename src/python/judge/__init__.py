"""The clean side of a grading: reads `checks.py`, compares claims, and forms the verdict.

It runs in an interpreter that never ran the submission. The functions here take and return JSON text,
in the shapes of `src/runtime/protocol.ts` and `report.ts`.
"""

from __future__ import annotations

from dataclasses import asdict
from json import dumps

from harness.report import to_dict

from .request import JudgeRequest, PlanRequest
from .verdict import judge as _judge
from .verdict import read_checks

__all__ = ["judge", "plan"]


def plan(request_json: str) -> str:
    """The probes that `checks.py` asks for: a list of `Probe` as JSON."""
    request = PlanRequest.read(request_json)
    expect = read_checks(request)
    return dumps([asdict(probe) for subject in expect.subjects for probe in subject.probes])


def judge(request_json: str) -> str:
    """The report of a grading, from what came of those probes."""
    return dumps(to_dict(_judge(JudgeRequest.read(request_json))), allow_nan=False)
