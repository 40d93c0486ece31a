"""The shop, opened once in this interpreter, for tests that run or grade code in it."""

from functools import cache
from json import dumps, loads
from typing import Any

from django.urls import clear_url_caches

import harness
import judge
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
    """Grade in the opened shop.

    On the site each probe has an interpreter of its own; here they share this one, which is enough to
    read what the judge says.
    """
    seeded()
    whole = opening_of("shop") | {"support": {}, "shift": 0, "mistakes": []} | request
    probes = loads(judge.plan(dumps(whole)))
    endings = [_probe(whole, each) for each in probes]
    solved = whole | {"files": whole["solution"]}
    solution = [_probe(solved, each) if each["compare"] else None for each in probes]
    # The judge has no use for the project, which its own interpreter would not have opened.
    return from_dict(loads(judge.judge(dumps(whole | {"endings": endings, "solution": solution}))))


def _probe(request: dict[str, Any], probe: dict[str, Any]) -> dict[str, Any]:
    opened = project.opened()
    assert opened is not None
    project.forget_modules(opened.modules)
    clear_url_caches()
    harness.arrange(dumps(request | {"probe": probe}))
    harness.perform("{}")
    reads = {"arrange": 0, "perform": 0, "collect": 0}
    return {"kind": "claim", "text": harness.collect("{}"), "reads": reads}
