"""Run, record, explain and probe Django code. The functions here are all that the worker calls.

Each takes and returns JSON text, in the shapes of `src/runtime/protocol.ts` and `report.ts`. What a
learner does wrong is in the report; an exception that comes out is a fault of the platform or an author.
"""

from json import JSONEncoder

from . import claim, database, execution, probing, project
from .renewal import renew
from .report import Report, to_dict
from .request import Opening, ProbeRequest, RunRequest
from .warm_up import warm_up as _warm_up

__all__ = ["arrange", "collect", "open_project", "perform", "renew", "run", "tables", "warm_up"]

# Made here, once: learner code may replace the functions of `json`.
_encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def open_project(opening_json: str) -> str:
    """Set the project up, make its tables and seed them: what a project snapshot holds."""
    project.open_project(Opening.read(opening_json))
    return "{}"


def run(request_json: str) -> str:
    """Run the learner's files; a report as JSON."""
    return _to_json(execution.run(RunRequest.read(request_json)))


_performance: probing.Performance | None = None


def arrange(request_json: str) -> str:
    """Bring what a probe needs in place; before this, no learner code has run here."""
    global _performance
    _performance = probing.arrange(ProbeRequest.read(request_json))
    return "{}"


def perform(_request_json: str) -> str:
    """Carry the arranged probe out: the step that is metered from outside."""
    _arranged().perform()
    return "{}"


def collect(_request_json: str) -> str:
    """What came of the probe; a claim as JSON."""
    return claim.to_text(_arranged().collect())


def _arranged() -> probing.Performance:
    if _performance is None:
        raise project.ProjectError("no probe is arranged")
    return _performance


def tables(_request_json: str) -> str:
    """The opened project's database as it was before seeding: `Project.tables` for later openings."""
    opened = project.opened()
    if opened is None:
        raise project.ProjectError("nothing is opened, so there are no tables")
    return database.pack(opened.blank)


def warm_up(_request_json: str) -> str:
    """Run something typical in the opened project, for the engine to compile; its report."""
    return _to_json(_warm_up())


def _to_json(report: Report) -> str:
    # Lone surrogates are valid in Python and in JSON, but nowhere after that.
    return _encode(to_dict(report)).encode("utf-8", "replace").decode()
