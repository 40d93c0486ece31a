"""`expect.script`: a function of the author's tries the submission out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from harness.request import Seed

from .request import Probe
from .results import Equals, Holds, SameResult
from .ruling import Subject


class Script(Subject):
    """One call of the author's function."""

    def __init__(
        self,
        file: str,
        function: str,
        doing: str,
        seed: Seed | None,
        opened: bool,
        params: dict[str, Any],
    ) -> None:
        given = {
            "file": file,
            "function": function,
            "params": params,
            "seed": [seed.size, seed.number] if seed else None,
        }
        super().__init__([Probe("script", given, opened)], [], [doing])

    def same_result_as_solution(self, title: str = "Comes to the right result") -> None:
        """Demand what the function returns with the solution in the submission's place."""
        (probe,) = self.probes
        self.probes = [Probe(probe.kind, probe.params, probe.opened, compare=True)]
        self.requirements.append(
            SameResult(title, self.tried, f"{self.tried[0]}, as it should.", ["that is not right"])
        )

    def equals(self, expected: Any, title: str) -> None:
        """Demand exactly this value, in the types of plain Python data."""
        self.requirements.append(Equals(title, self.tried[0], expected))

    def that(self, title: str, condition: Callable[[Any], bool | str]) -> None:
        """Demand that `condition`, called with the value, returns True; a string says what is wrong."""
        self.requirements.append(Holds(title, self.tried[0], condition))
