"""Something typical to run before the learner does.

A browser compiles each function of the interpreter at its first call, and interpreters of one page share
that code. What runs here once need not be compiled when the learner clicks.
"""

from __future__ import annotations

from . import execution, project
from .report import Report
from .request import RunRequest, Seed

_ENTRY = "__warm_up__.py"

_TYPICAL = """
from collections import Counter
from django.apps import apps

seen = Counter()
for model in apps.get_models():
    relations = [field.name for field in model._meta.concrete_fields if field.is_relation]
    for row in model._default_manager.order_by("-pk")[:8]:
        for name in relations:
            seen[str(getattr(row, name))] += 1
    print(model.__name__, model._default_manager.filter(pk__gt=0).exists())
    list(model._default_manager.select_related(*relations)[:8])
[{"value": value, "count": count} for value, count in seen.items()]
"""


def warm_up() -> Report:
    """Run a loop of queries in the opened project, with findings, output and a table."""
    opening = project.opened()
    if opening is None:
        raise project.ProjectError("nothing is opened, so there is nothing to warm up with")
    files = {_ENTRY: _TYPICAL}
    return execution.run(RunRequest(opening.project, Seed(0, 0), files, _ENTRY))
