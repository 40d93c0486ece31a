"""The shop, opened once in this interpreter, for tests that run or grade code in it."""

from functools import cache
from json import dumps, loads
from typing import Any

import harness
from catalog import opening_of
from harness import database, project
from harness.report import Report, from_dict

SEED = {"size": 50, "number": 7}


@cache
def seeded() -> bytes:
    """Open the project; its database as it is then."""
    harness.renew()
    assert harness.open_project(dumps(opening_of("shop"))) == "{}"
    return database.save()


def run(code: str, entry: str = "main.py", **files: str) -> Report:
    """Run code in a database as it was after opening; keyword `a__b` is the file `a/b.py`."""
    database.load(seeded())
    opened = project.opened()
    assert opened is not None
    project.forget_modules(opened.modules)
    texts = {name.replace("__", "/") + ".py": text for name, text in files.items()}
    return run_files({entry: code} | texts, entry)


def run_files(files: dict[str, str], entry: str = "main.py") -> Report:
    """Run files as they are, in whatever is open."""
    request = opening_of("shop") | {"files": files, "entry": entry}
    return from_dict(loads(harness.run(dumps(request))))


def text(report: Report, stream: str | None = None) -> str:
    """All output of a report, or that of one stream."""
    return "".join(each.text for each in report.output if stream in (None, each.stream))


def grade(request: dict[str, Any]) -> Report:
    """Grade in the opened shop."""
    seeded()
    return from_dict(loads(harness.grade(dumps(opening_of("shop") | request))))
