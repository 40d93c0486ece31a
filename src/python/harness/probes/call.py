"""Call a function of the learner's, on data of its own."""

from __future__ import annotations

import importlib
from typing import Any

from .. import database
from ..probing import Performance, Refused, Watched, open_with_files, reseed
from ..request import ProbeRequest, Seed
from ..schema import schema


class CallOnData(Watched):
    """Claims what the function returns, and the schema that it found, when asked for it.

    The module is imported while the database is still empty, as a server imports it long before the
    data is there: what it computes once, when imported, is of no use.
    """

    def __init__(self, request: ProbeRequest, saved: bytes) -> None:
        super().__init__(request, self._call)
        self._params = request.probe.params
        self._saved = saved
        # Its own name for it: learner code may replace what a module holds.
        self._exchange = database.exchange
        # Now, as an index that the submission makes for itself while it runs is not the project's.
        self._schema = schema() if self._params["schema"] else []

    def _call(self) -> Any:
        params = self._params
        function = getattr(importlib.import_module(params["module"]), params["function"])
        self._exchange(self._saved)
        return function(*params["args"], **params["kwargs"])

    def facts(self) -> dict[str, Any]:
        return {"schema": self._schema}


def arrange(request: ProbeRequest) -> Performance:
    """`params`: module, function, args, kwargs, size, number, schema."""
    if error := open_with_files(request):
        return Refused(request, error)
    empty = reseed(request, Seed(request.probe.params["size"], request.probe.params["number"]))
    saved = database.save()
    database.load(empty)
    return CallOnData(request, saved)
