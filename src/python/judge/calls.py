"""`expect.call`: a function of the learner's is called on data that it has not seen."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Literal

from harness.request import Seed

from .budgets import AtMostQueries, FlatQueries
from .columns import FewRows, NarrowRows, NeverReads
from .memory import FlatMemory
from .plans import Plan
from .request import Probe
from .results import SameResult
from .ruling import Subject
from .together import All


def sized(size: int, of: str) -> str:
    """`30 orders`, `1 order`, `1 delivery`."""
    one = of.removesuffix("ies") + "y" if of.endswith("ies") else of.removesuffix("s")
    return f"{size:,} {one if size == 1 else of}"


class Call(Subject):
    """The calls of one function, one for each size of data."""

    def __init__(
        self,
        function: str,
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
        seeds: Sequence[Seed],
        of: str,
        kind: str = "call",
    ) -> None:
        module, _, name = function.partition(":")
        self.name = f"{name}()"
        # "30 orders", for each call.
        self.sizes = [sized(seed.size, of) for seed in seeds]
        params = {
            "module": module,
            "function": name,
            "args": list(args),
            "kwargs": dict(kwargs),
            "schema": False,
        }
        super().__init__(
            [Probe(kind, {**params, "size": seed.size, "number": seed.number}) for seed in seeds],
            [],
            [f"`{self.name}` was called with {size}" for size in self.sizes],
        )

    @contextmanager
    def check(self, title: str) -> Generator[None]:
        """What is demanded in this block is one check, with this title."""
        before, self.requirements = self.requirements, []
        try:
            yield
        finally:
            self.requirements = [*before, All(title, self.requirements)]

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

    def never_reads(self, column: str, title: str | None = None) -> None:
        """Demand that no query reads a column, such as `shop_product.description`, for any purpose."""
        self._look_into_sql()
        title = title or f"Never reads {column}"
        self.requirements.append(NeverReads(title, self.name, self.sizes, column))

    def fetches(
        self,
        *,
        at_most_columns: int | None = None,
        at_most_rows: int | Sequence[int] | Literal["returned"] | None = None,
        title: str | None = None,
    ) -> None:
        """Demand that rows are no wider than so many columns, or that all queries fetch so few rows.

        `at_most_rows` can be a number for each size, or "returned": no more than the result has.
        """
        self._look_into_sql()
        if at_most_columns is not None:
            words = title or f"Fetches at most {at_most_columns} columns"
            self.requirements.append(NarrowRows(words, self.name, at_most_columns))
        if at_most_rows is not None:
            most = _for_each(at_most_rows, len(self.sizes))
            words = title or "Fetches no more rows than it needs"
            self.requirements.append(FewRows(words, self.name, self.sizes, most))

    def searches(self, table: str, title: str | None = None, *, sorts: bool = True) -> None:
        """Demand that each query finds its rows in `table` by an index or by key, and never scans it.

        `sorts=False` demands as well that the index has them in the right order.
        """
        self._look_into_sql()
        words = title or f"Searches {table} instead of scanning it"
        self.requirements.append(Plan(words, self.name, table, None, sorts))

    def uses_index(self, index: str, table: str, title: str | None = None) -> None:
        """Demand that each query that reads `table` finds its rows by this index."""
        self._look_into_sql()
        words = title or f"Uses the index {index}"
        self.requirements.append(Plan(words, self.name, table, index, True))

    def flat_memory(
        self, *, at_most_times: float = 1.5, title: str = "Needs no more memory for more data"
    ) -> None:
        """Demand of a stream that the most it holds at once does not grow with the data."""
        self.requirements.append(FlatMemory(title, self.name, self.sizes, at_most_times))

    def _look_into_sql(self) -> None:
        """Have the schema brought along, which SQL can be explained with."""
        self.probes = [
            replace(probe, params={**probe.params, "schema": True}) for probe in self.probes
        ]


def _for_each(rows: int | Sequence[int] | Literal["returned"], sizes: int) -> list[int] | None:
    if rows == "returned":
        return None
    return [rows] * sizes if isinstance(rows, int) else [int(each) for each in rows]
