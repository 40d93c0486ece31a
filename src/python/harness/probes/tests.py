"""Run the learner's tests with pytest, against one implementation.

Nothing here says whether that is a right one or a broken one: it comes as files without a name, and what
names it is out of reach before the first test is imported.
"""

from __future__ import annotations

from typing import Any

from .. import database, project
from ..probing import Performance, Refused, Watched, open_with_files
from ..project import ProjectError
from ..request import Files, ProbeRequest
from ..test_session import run_session


class Tests(Watched):
    """Claims what came of each test."""

    def __init__(self, request: ProbeRequest, files: Files) -> None:
        super().__init__(request, self._run)
        self.trial.sources = {**self.trial.sources, **files}
        self._paths: list[str] = request.probe.params["tests"]

    def _run(self) -> dict[str, Any]:
        return run_session(self._paths)


def arrange(request: ProbeRequest) -> Performance:
    """`params`: tests (their files), files (of the implementation, laid over everything)."""
    if error := open_with_files(request):
        return Refused(request, error)
    files: Files = request.probe.params["files"]
    project.write_files(files)
    if loaded := [path for path in files if project.is_loaded(path)]:
        raise ProjectError(f"{', '.join(loaded)} is imported before any test can be")
    opened = project.opened()
    assert opened is not None
    # Tests make the rows that they need.
    database.load(opened.blank)
    return Tests(request, files)
