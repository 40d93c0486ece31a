"""Look at the learner's models, and try rows out on the tables that come of them."""

from __future__ import annotations

from typing import Any

from .. import database, project
from ..class_lines import class_lines
from ..firing import fire
from ..introspection import describe_model
from ..operations import missing_operations
from ..probing import Performance, Quiet
from ..request import ProbeRequest


class Models(Quiet):
    """Claims what the models of some apps are, and what came of each trial."""

    def __init__(self, request: ProbeRequest) -> None:
        super().__init__(request, self._look)
        self._project = request.project
        self._params = request.probe.params

    def _look(self) -> dict[str, Any]:
        sources = self.trial.sources
        project.set_up(self._project, sources)
        from django.apps import apps
        from django.conf import settings
        from django.core.checks import run_checks
        from django.db import connection
        from django.db.migrations.loader import MigrationLoader

        described = {
            model.__name__: describe_model(model)
            for label in self._params["apps"]
            for model in apps.get_app_config(label).get_models(include_swapped=True)
        }
        places: dict[str, tuple[str, int]] = {}
        for module in {each["module"] for each in described.values()}:
            places |= class_lines(module, sources)
        found = {
            "models": described,
            "places": places,
            "user_model": settings.AUTH_USER_MODEL,
            "issues": [
                {
                    "id": each.id,
                    "level": each.level,
                    "message": str(each.msg),
                    "of": _label(each.obj),
                }
                for each in run_checks(tags=["models"])
            ],
            "missing": missing_operations(MigrationLoader(connection)),
        }
        if self._params["trials"]:
            labels = {each.label for each in apps.get_app_configs()}
            database.create_tables(unmigrated=() if self._params["migrated"] else labels)
        return found | {
            "trials": [fire(self._params["examples"], each) for each in self._params["trials"]]
        }


def _label(subject: Any) -> str:
    meta = getattr(subject, "_meta", None)
    return str(getattr(meta, "label", None) or subject)


def arrange(request: ProbeRequest) -> Performance:
    """`params`: apps, migrated (whether the tables come from migrations), examples, trials."""
    return Models(request)
