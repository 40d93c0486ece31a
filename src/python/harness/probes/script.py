"""Call a function of the exercise author's, which tries the submission out as it likes.

It is the way for whatever has no words of its own in `checks.py`. Its source is never written to a file.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from ..probing import Performance, Refused, Watched, open_with_files, reseed
from ..request import ProbeRequest, Seed


class Script(Watched):
    """Claims what the author's function returns."""

    def __init__(self, request: ProbeRequest) -> None:
        super().__init__(request, self._call)
        params = request.probe.params
        self._file: str = params["file"]
        self._function: str = params["function"]
        self._params: dict[str, Any] = params["params"]
        # Compiled before the submission is imported.
        self._code = compile(request.support[self._file], f"<{self._file}>", "exec")

    def _call(self) -> Any:
        module = ModuleType("probe")
        exec(self._code, vars(module))
        return getattr(module, self._function)(**self._params)


def arrange(request: ProbeRequest) -> Performance:
    """`params`: file, function, params, seed ([size, number] or null)."""
    if request.probe.opened:
        if error := open_with_files(request):
            return Refused(request, error)
        if seed := request.probe.params["seed"]:
            reseed(request, Seed(*seed))
    return Script(request)
