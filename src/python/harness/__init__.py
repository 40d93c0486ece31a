"""Run, record, explain and grade Django code. The functions here are all that the worker calls.

Each takes and returns JSON text, in the shapes of `src/runtime/protocol.ts` and `report.ts`. What a
learner does wrong is in the report; an exception that comes out is a fault of the platform or an author.
"""

from json import JSONEncoder

from . import database, execution, grading, project
from .renewal import renew
from .report import Report, to_dict
from .request import GradeRequest, Opening, RunRequest
from .warm_up import warm_up as _warm_up

__all__ = ["grade", "open_project", "renew", "run", "tables", "warm_up"]

# Made here, once: learner code may replace the functions of `json`.
_encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def open_project(opening_json: str) -> str:
    """Set the project up, make its tables and seed them: what a project snapshot holds."""
    project.open_project(Opening.read(opening_json))
    return "{}"


def run(request_json: str) -> str:
    """Run the learner's files; a report as JSON."""
    return _to_json(execution.run(RunRequest.read(request_json)))


def grade(request_json: str) -> str:
    """Judge the learner's files; a report as JSON."""
    return _to_json(grading.grade(GradeRequest.read(request_json)))


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
