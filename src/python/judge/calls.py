"""`expect.call`: a function of the learner's is called on data that it has not seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from harness.request import Seed

from .budgets import AtMostQueries, FlatQueries
from .request import Probe
from .results import SameResult
from .ruling import Subject


class Call(Subject):
    """The calls of one function, one for each size of data."""

    def __init__(
        self,
        function: str,
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
        seeds: Sequence[Seed],
        of: str,
    ) -> None:
        module, _, name = function.partition(":")
        self.name = f"{name}()"
        # "30 orders", for each call.
        self.sizes = [f"{seed.size:,} {of}" for seed in seeds]
        params = {
            "module": module,
            "function": name,
            "args": list(args),
            "kwargs": dict(kwargs),
            "explain": False,
        }
        super().__init__(
            [Probe("call", {**params, "size": seed.size, "number": seed.number}) for seed in seeds],
            [],
            [f"`{self.name}` was called with {size}" for size in self.sizes],
        )

    def same_result_as_solution(self, title: str = "Returns the right result") -> None:
        """Demand the solution's own result on the same data, to the type of each value."""
        self.probes = [replace(probe, compare=True) for probe in self.probes]
        sizes = " and with ".join(self.sizes)
        self.requirements.append(
            SameResult(
                title,
                self.tried,
                f"`{self.name}` returned the right result with {sizes}.",
                [f"the result is not right with {size}" for size in self.sizes],
            )
        )

    def queries(self, *, at_most: int, title: str | None = None) -> None:
        """Demand a number of queries that holds at each size of the data."""
        noun = "query" if at_most == 1 else "queries"
        title = title or f"Uses at most {at_most} {noun}, at any size of data"
        self.requirements.append(AtMostQueries(title, self.name, self.sizes, at_most))

    def flat_queries(self, title: str = "Takes the same number of queries at every size") -> None:
        """Demand that the number of queries does not grow with the data."""
        self.requirements.append(FlatQueries(title, self.name, self.sizes))
