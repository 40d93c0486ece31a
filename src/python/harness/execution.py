"""Run the learner's files, and report what happened."""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any, Literal

from django.db import connections

from . import event_loop, project
from .errors import describe
from .exhibits import LogRecord
from .log_records import logged
from .output import Capture, captured
from .recorder import Recorder, Recording
from .report import LearnerError, Report, TableValue, TextValue, Timings
from .request import Files, RunRequest
from .value import show

_SHOW = "__show_last_value__"


def run(request: RunRequest) -> Report:
    """Run the entry file in the project, opened now unless it is already."""
    started = perf_counter()
    sources = {**request.project.files, **request.files}
    if request.entry not in sources:
        raise project.ProjectError(f"the entry {request.entry!r} is not among the files")
    trial = Trial(sources)
    with captured() as output:
        trial.error = prepare(request, sources)
        setup_ms = _milliseconds(started)
        if trial.error is None:
            with logged() as trial.logs:
                trial.watch(lambda: execute(request.entry), closely=True)
    return trial.report("run", output, setup_ms)


def prepare(request: RunRequest, sources: Files) -> LearnerError | None:
    """Open the project if need be, and write all files; a mistake in the learner's models is returned."""
    changed = request.changed()
    if project.opened() is not None:
        if changed and any(_is_used(path) for path in changed):
            raise project.ProjectError(
                f"{', '.join(changed)} differs from the opened project: start from a fresh Python"
            )
    elif changed:
        try:
            with guarded():
                project.open_project(request, {path: request.files[path] for path in changed})
        except BaseException as error:
            return describe(error, sources)
    else:
        project.open_project(request)
    project.write_files(sources)
    return None


def _is_used(path: str) -> bool:
    """Whether opening the project has made use of this file already."""
    return "/migrations/" in path or project.is_loaded(path)


@dataclass(slots=True)
class Trial:
    """One watched stretch of learner code: its value or its error, its queries, its time."""

    sources: Files
    value: Any = None
    error: LearnerError | None = None
    run_ms: float = 0.0
    logs: list[LogRecord] = field(default_factory=list[LogRecord])
    _recorder: Recorder | None = None
    _recording: Recording | None = None

    def watch(self, action: Callable[[], Any], *, closely: bool = False) -> None:
        """Call `action`, and keep what comes of it.

        Closely: with the plans of its statements, and the columns that it did not read. Gradings go
        without, as all that is executed there is metered.
        """
        with Recorder(project.ROOT, closely=closely) as self._recorder:
            started = perf_counter()
            try:
                with guarded(), _kept_wrappers():
                    self.value = action()
            except BaseException as error:
                self.error = describe(error, self.sources)
            self.run_ms = _milliseconds(started)

    def recording(self) -> Recording:
        """What was recorded; empty when nothing ran."""
        if self._recording is None:
            recorder = self._recorder or Recorder(project.ROOT)
            self._recording = recorder.result(finished=self.error is None)
        return self._recording

    def report(self, kind: Literal["run", "grading"], output: Capture, setup_ms: float) -> Report:
        """The report of this trial, without checks."""
        recording = self.recording()
        return Report(
            kind=kind,
            output=output.outputs(),
            output_cut=output.cut,
            value=self.value if isinstance(self.value, (TableValue, TextValue)) else None,
            error=self.error,
            query_count=recording.query_count,
            queries=recording.queries,
            statements=recording.statements,
            shapes=recording.shapes,
            findings=recording.findings,
            checks=[],
            verdict=None,
            timings=Timings(setup_ms, self.run_ms, recording.sql_ms),
            logs=self.logs,
        )


def execute(entry: str) -> TableValue | TextValue | None:
    """Run a file as `__main__`; what its last expression shows, if it ends in one."""
    path = f"{project.ROOT}/{entry}"
    tree = ast.parse(Path(path).read_bytes(), path)
    shown: list[TableValue | TextValue | None] = [None]

    def keep(value: Any) -> None:
        shown[0] = show(value)

    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr):
        # The value is shown by a call on its own line, so that the queries of a lazy queryset, and the
        # errors of a broken `__repr__`, belong to that line.
        name = ast.copy_location(ast.Name(_SHOW, ast.Load()), last.value)
        last.value = ast.copy_location(ast.Call(name, [last.value], []), last.value)
    module = ModuleType("__main__")
    module.__file__ = path
    vars(module)[_SHOW] = keep
    sys.modules["__main__"] = module
    try:
        exec(compile(tree, path, "exec", dont_inherit=True), vars(module))
    except SystemExit as end:
        # `sys.exit()` and `sys.exit(0)` are a way to be done.
        if end.code not in (None, 0):
            raise
    return shown[0]


@contextmanager
def guarded() -> Generator[None]:
    """Undo what code under test may have done to the interpreter that the report is made in."""
    namespace = builtins.__dict__
    names = dict(namespace)
    main, limit, path = sys.modules.get("__main__"), sys.getrecursionlimit(), list(sys.path)
    try:
        yield
    finally:
        sys.settrace(None)
        sys.setprofile(None)
        sys.setrecursionlimit(limit)
        namespace.clear()
        namespace.update(names)
        sys.path[:] = path
        if main is not None:
            sys.modules["__main__"] = main
        event_loop.install()


@contextmanager
def _kept_wrappers() -> Generator[None]:
    """Leave the connections' wrappers as they were, the recorder's among them."""
    wrappers = [(each, list(each.execute_wrappers)) for each in connections.all(True)]
    try:
        yield
    finally:
        for connection, before in wrappers:
            connection.execute_wrappers[:] = before


def _milliseconds(started: float) -> float:
    return round((perf_counter() - started) * 1000, 3)
