"""Try rows and deletions out on the learner's models, each in a transaction that is undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError, QuerySet, RestrictedError

from .errors import message_of
from .project import ROOT
from .refusals import refused_by
from .rows import Examples, insert, present

type Given = dict[str, dict[str, Any]]


def fire(given: Given, trial: dict[str, Any]) -> dict[str, Any]:
    """What came of one trial: `{"done": True}` with what was seen, or the error, and what stopped it."""
    kinds: dict[str, Callable[[Examples, dict[str, Any]], dict[str, Any]]] = {
        "insert": _insert,
        "clean": _clean,
        "delete": _delete,
    }
    outcome: dict[str, Any] = {}
    try:
        with transaction.atomic():
            outcome = {"done": True, **kinds[trial["kind"]](Examples(apps, given), trial)}
            transaction.set_rollback(True)
    except Exception as error:  # whatever the learner's models raise is an outcome
        outcome = {"done": False, "error": type(error).__name__, "message": message_of(error)}
        outcome |= _stopped(error, given, trial)
    return outcome


def _stopped(error: Exception, given: Given, trial: dict[str, Any]) -> dict[str, Any]:
    if isinstance(error, ValidationError):
        return {"fields": error.message_dict if hasattr(error, "error_dict") else {}}
    if _by_learner(error):
        # Whoever raises what a database raises refuses nothing: other ways lead around that code.
        return {}
    if isinstance(error, (ProtectedError, RestrictedError)):
        return {"refused": True}
    if isinstance(error, DatabaseError):
        model = apps.get_model(given[trial["example"]]["model"])
        return {"refused": True, "by": refused_by(model, message_of(error))}
    return {}


def _by_learner(error: Exception) -> bool:
    """Whether code of the project had a part in raising it."""
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.startswith(f"{ROOT}/"):
            return True
        step = step.tb_next
    return False


def _insert(examples: Examples, trial: dict[str, Any]) -> dict[str, Any]:
    for changes in trial["after"]:
        insert(examples.based_on(trial["example"], changes))
    row = insert(examples.based_on(trial["example"], trial["changes"]))
    # Foreign keys are checked at the end of a transaction, and this one has no end.
    connection.check_constraints()
    return {"row": present(row)}


def _clean(examples: Examples, trial: dict[str, Any]) -> dict[str, Any]:
    for changes in trial["after"]:
        insert(examples.based_on(trial["example"], changes))
    examples.based_on(trial["example"], trial["changes"]).full_clean()
    return {}


def _delete(examples: Examples, trial: dict[str, Any]) -> dict[str, Any]:
    rows = {name: examples.example(name) for name in trial["with"]}
    doomed = examples.example(trial["example"])
    # By a queryset, as the admin does: a `delete()` of the model's own is not asked.
    QuerySet(type(doomed)).filter(pk=doomed.pk).delete()
    connection.check_constraints()
    return {
        "gone": present(doomed) is None,
        "left": {name: present(row) for name, row in rows.items()},
    }
