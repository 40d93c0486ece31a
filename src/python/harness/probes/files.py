"""Read configuration files of the learner's; run one that is Python, when asked to."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from time import perf_counter
from types import ModuleType
from typing import Any

from .. import project
from ..errors import describe
from ..execution import guarded
from ..output import captured
from ..parsing import Tree, parse
from ..parsing.python import Expression
from ..plain import NotPlain, plain
from ..probing import Performance, Watched
from ..renewal import ENVIRONMENT
from ..request import ProbeRequest


class Reading(Watched):
    """Claims what each file says, and what the one that was run has set."""

    def __init__(self, request: ProbeRequest) -> None:
        super().__init__(request, self._read)
        self._params = request.probe.params
        self._files = request.files

    def perform(self) -> None:
        """Read, then run: what runs cannot change what was read."""
        started = perf_counter()
        with captured() as self._output:
            try:
                with guarded():
                    self._value = plain(self._read())
            except BaseException as error:
                self.trial.error = describe(error, self.trial.sources)
        self.trial.run_ms = round((perf_counter() - started) * 1000, 3)

    def _read(self) -> dict[str, Any]:
        texts = {path: self._files.get(path) for path in self._params["paths"]}
        trees = {
            path: None if text is None else _told(parse(path, text)) for path, text in texts.items()
        }
        run: Mapping[str, Any] | None = self._params["run"]
        return {"trees": trees, "names": _run(run) if run else {}}


def _told(tree: Tree) -> dict[str, Any]:
    return {
        "data": _simple(tree.data),
        "lines": [[list(path), line] for path, line in tree.lines.items()],
        "faults": [[fault.line, fault.message] for fault in tree.faults],
    }


def _simple(value: Any) -> Any:
    if isinstance(value, Expression):
        return {"expression": value.source}
    if isinstance(value, dict):
        return {_simple(key): _simple(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_simple(each) for each in value]
    try:
        plain(value)
    except NotPlain:
        return str(value)
    return value


def _run(run: Mapping[str, Any]) -> dict[str, Any]:
    """What the file sets, on a machine with so many processors and with this environment."""
    os.environ.clear()
    os.environ.update(ENVIRONMENT | run["env"])
    for name in ("cpu_count", "process_cpu_count"):
        setattr(os, name, lambda: run["cpus"])
    os.sched_getaffinity = lambda _: set(range(run["cpus"]))  # type: ignore[attr-defined]
    path = f"{project.ROOT}/{run['path']}"
    module = ModuleType("configuration")
    module.__file__ = path
    with open(path, "rb") as file:
        exec(compile(file.read(), path, "exec"), vars(module))
    names: dict[str, Any] = {}
    for name, value in vars(module).items():
        if name.startswith("_") or callable(value) or isinstance(value, ModuleType):
            continue
        try:
            plain(value)
        except NotPlain:
            continue
        names[name] = value
    return names


def arrange(request: ProbeRequest) -> Performance:
    """`params`: paths, run (null, or path, env, cpus)."""
    project.write_files({**request.project.files, **request.files})
    if project.ROOT not in sys.path:
        sys.path.insert(0, project.ROOT)
    return Reading(request)
