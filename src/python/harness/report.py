"""The report: the one value that a run or a grading returns.

The dataclasses mirror `src/runtime/report.ts` field by field; the golden reports in
`tests/contract` are parsed by both, so neither side can drift alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .exhibits import Exhibit, LogRecord
from .place import Place

REPORT_VERSION = 1

FindingKind = Literal["n_plus_one", "query_in_loop", "deferred_load", "unused_eager_load"]
PlanKind = Literal["scan", "search", "sort", "subquery", "other"]
Status = Literal["passed", "failed", "skipped"]


class ReportError(ValueError):
    """A stored report does not have the shape that this version reads."""


@dataclass(slots=True)
class Output:
    """A stretch of output on one stream."""

    stream: Literal["stdout", "stderr"]
    text: str


@dataclass(slots=True)
class TextValue:
    """A value shown as text."""

    text: str
    kind: Literal["text"] = "text"


@dataclass(slots=True)
class TableValue:
    """A value shown as a table; `more` counts the rows it does not show, None when unknown."""

    columns: list[str]
    rows: list[list[str]]
    more: int | None
    kind: Literal["table"] = "table"


@dataclass(slots=True)
class Statement:
    """A distinct SQL text of the run; `shape` is an index into the report's shapes."""

    sql: str
    formatted: str
    shape: int


@dataclass(slots=True)
class PlanStep:
    """A step of a query plan: what SQLite says, and what was read out of it.

    `index` is "primary key", "automatic" for one made for this query alone, or a name.
    """

    depth: int
    detail: str
    kind: PlanKind
    table: str | None
    index: str | None
    covering: bool


@dataclass(slots=True)
class Shape:
    """What statements that differ only in their values have in common.

    `plan` and `unread` are None where nobody knows; gradings have neither.
    """

    sql: str
    verb: str
    tables: list[str]
    count: int
    total_ms: float
    plan: list[PlanStep] | None = None
    unread: list[str] | None = None
    relations: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class Query:
    """One execution; `stack` holds the learner's lines that led to it, innermost first."""

    statement: int
    params: list[str]
    start_ms: float
    duration_ms: float
    rows: int | None
    alias: str
    atomic: int
    stack: list[Place]


@dataclass(slots=True)
class Finding:
    """Something about the queries worth telling the learner, with the cure."""

    kind: FindingKind
    message: str
    place: Place | None
    count: int
    queries: list[int]
    relation: str | None
    origin: Place | None
    cure: str | None


@dataclass(slots=True)
class Measured:
    """What a check on a number measured, and the most that passes."""

    got: float
    target: float
    unit: str


@dataclass(slots=True)
class Check:
    """One graded statement about a submission."""

    title: str
    status: Status
    message: str
    place: Place | None = None
    measured: Measured | None = None
    advice: str | None = None
    # In a challenge, what it is worth; those of the checks that passed are the score.
    points: int | None = None


@dataclass(slots=True)
class Frame:
    """A frame of an error: a place with the text of its line."""

    file: str
    line: int
    scope: str
    source: str


@dataclass(slots=True)
class Cause:
    """An error that led to another."""

    type: str
    message: str


@dataclass(slots=True)
class LearnerError:
    """An exception as a learner needs it: their frames only, outermost first."""

    type: str
    message: str
    frames: list[Frame]
    hint: str | None
    causes: list[Cause]


@dataclass(slots=True)
class Verdict:
    """The outcome of a grading in one sentence."""

    passed: bool
    sentence: str


@dataclass(slots=True)
class Timings:
    """Milliseconds until the first learner line, of the learner's code, and of its SQL."""

    setup_ms: float
    run_ms: float
    sql_ms: float


@dataclass(slots=True)
class Report:
    """Everything that a run or a grading says."""

    kind: Literal["run", "grading"]
    output: list[Output]
    output_cut: int
    value: TextValue | TableValue | None
    error: LearnerError | None
    query_count: int
    queries: list[Query]
    statements: list[Statement]
    shapes: list[Shape]
    findings: list[Finding]
    checks: list[Check]
    verdict: Verdict | None
    timings: Timings
    exhibits: list[Exhibit] = field(default_factory=list[Exhibit])
    # What a run logged; empty for a grading.
    logs: list[LogRecord] = field(default_factory=list[LogRecord])
    version: int = field(default=REPORT_VERSION)


def to_dict(report: Report) -> dict[str, Any]:
    """The report as plain data that JSON can hold."""
    data = asdict(replace(report, queries=[]))
    # There may be ten thousand, and those of one place share their stack.
    stacks: dict[int, list[dict[str, Any]]] = {}
    names = Query.__slots__
    for query in report.queries:
        each = {name: getattr(query, name) for name in names}
        key = id(query.stack)
        if key not in stacks:
            stacks[key] = [asdict(place) for place in query.stack]
        each["stack"] = stacks[key]
        data["queries"].append(each)
    return data


def from_dict(data: dict[str, Any]) -> Report:
    """Read a report back; raises ReportError where the data has another shape."""
    version = data.get("version")
    if version != REPORT_VERSION:
        raise ReportError(f"report version {version!r}, expected {REPORT_VERSION}")
    report = _read(data, Report, "report")
    assert isinstance(report, Report)
    return report


def is_sound(report: Report) -> bool:
    """Whether its indices point at something, and its counts are counts."""
    counts = [report.query_count, *(shape.count for shape in report.shapes)]
    lists = (
        ([query.statement for query in report.queries], report.statements),
        ([statement.shape for statement in report.statements], report.shapes),
        ([index for finding in report.findings for index in finding.queries], report.queries),
    )
    return min(counts) >= 0 and all(
        0 <= index < len(targets) for indices, targets in lists for index in indices
    )


def _read(data: Any, hint: Any, where: str) -> Any:
    """Build a value of type `hint` from plain data, naming the spot that does not fit."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _read_union(data, get_args(hint), where)
    if origin is Literal:
        if data in get_args(hint):
            return data
        raise ReportError(f"{where}: {data!r} is none of {', '.join(map(repr, get_args(hint)))}")
    if origin is list:
        if not isinstance(data, list):
            raise ReportError(f"{where}: a list expected, got {type(data).__name__}")
        (item,) = get_args(hint)
        return [_read(each, item, f"{where}[{index}]") for index, each in enumerate(data)]
    if is_dataclass(hint) and isinstance(hint, type):
        return _read_record(data, hint, where)
    # JSON writes 1.0 as 1, and True is no number here.
    fits = type(data) in (int, float) if hint is float else type(data) is hint
    if not fits:
        raise ReportError(f"{where}: {_name(hint)} expected, got {type(data).__name__}")
    return data


def _name(hint: Any) -> str:
    return str(hint.__name__)


def _read_union(data: Any, choices: tuple[Any, ...], where: str) -> Any:
    if data is None and NoneType in choices:
        return None
    records = [choice for choice in choices if choice is not NoneType]
    if len(records) > 1 and isinstance(data, dict):
        kind = data.get("kind")
        records = [
            record for record in records if record.__dataclass_fields__["kind"].default == kind
        ]
        if not records:
            raise ReportError(f"{where}: unknown kind {kind!r}")
    return _read(data, records[0], where)


def _read_record(data: Any, record: type, where: str) -> Any:
    if not isinstance(data, dict):
        raise ReportError(f"{where}: an object expected, got {type(data).__name__}")
    names = [each.name for each in fields(record)]
    if odd := set(names) ^ set(data):
        raise ReportError(f"{where}: unknown or missing {', '.join(sorted(map(str, odd)))}")
    hints = get_type_hints(record)
    return record(**{name: _read(data[name], hints[name], f"{where}.{name}") for name in names})
