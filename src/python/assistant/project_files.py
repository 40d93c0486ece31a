"""The project as the learner's files make it."""

from __future__ import annotations

from harness import project

from .request import AssistRequest

_written: dict[str, str] = {}


def bring_up_to_date(request: AssistRequest) -> str | None:
    """Open the project unless it is open, and write what has changed; why that failed, or None."""
    run = request.run
    if project.opened() is None:
        changed = {path: run.files[path] for path in run.changed()}
        try:
            project.open_project(run, changed)
        except (Exception, SystemExit) as error:
            return f"{type(error).__name__}: {error}"
    sources = {**run.project.files, **run.files}
    new = {path: text for path, text in sources.items() if _written.get(path) != text}
    if new:
        project.write_files(new)
        _written.update(new)
    return None
