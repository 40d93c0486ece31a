"""What can be demanded of the response to a planned request; every word returns the response again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, Self

from harness.plain import difference, plain
from harness.report import Measured

from .answers import Answer, filled
from .budgets import counted, passing
from .demands import Condition, Demands, Wrong
from .http_exhibit import Step
from .request import Probe


class _Scenario(Protocol):
    probes: list[Probe]

    def demands(self, title: str) -> Demands: ...


class Response:
    """A response that is still to come."""

    def __init__(
        self, scenario: _Scenario, number: int, step: Step, planned: dict[str, Any]
    ) -> None:
        self._scenario = scenario
        self._number = number
        self._planned = planned
        self._title = step.told(Answer(), {}) + ": the right answer"

    def keep(self, **names: str) -> Self:
        """Let `{name}` in later steps stand for a part of this response.

        A part is a path in its JSON (`results.0.id`), `header:Location`, or `text:` and a regular expression
        with one group.
        """
        self._planned["keep"].update(names)
        return self

    def status(self, *codes: int) -> Self:
        """Demand one of these status codes."""
        wanted = " or ".join(map(str, codes))
        return self._demand(
            lambda got, *_: None if got.status in codes else Wrong(f"{_came(got)}, not {wanted}")
        )

    def header(self, name: str, value: str | None = None) -> Self:
        """Demand a header; with `value`, exactly that one."""

        def condition(got: Answer, _: Any, names: dict[str, Any]) -> Wrong | None:
            found = got.headers.get(name.lower())
            if found is None:
                return Wrong(f"{_came(got)} without the header {name}")
            wanted = value and filled(value, names)
            if wanted in (None, found):
                return None
            return Wrong(f"{_came(got)} with {name}: {found}, not {wanted}")

        return self._demand(condition)

    def no_header(self, name: str) -> Self:
        """Demand that a header is absent."""

        def condition(got: Answer, *_: Any) -> Wrong | None:
            found = got.headers.get(name.lower())
            return (found and Wrong(f"{_came(got)} with {name}: {found}")) or None

        return self._demand(condition)

    def contains(self, *texts: str) -> Self:
        """Demand that the body holds each of these."""

        def condition(got: Answer, _: Any, names: dict[str, Any]) -> Wrong | None:
            lost = next((t for t in texts if filled(t, names) not in got.text), None)
            return (lost and Wrong(f"{_came(got)} without “{filled(lost, names)}”")) or None

        return self._demand(condition)

    def lacks(self, *texts: str) -> Self:
        """Demand that the body holds none of these."""

        def condition(got: Answer, _: Any, names: dict[str, Any]) -> Wrong | None:
            told = next((t for t in texts if filled(t, names) in got.text), None)
            return (told and Wrong(f"{_came(got)}, and told “{filled(told, names)}”")) or None

        return self._demand(condition)

    def json(self, expected: Any) -> Self:
        """Demand exactly this JSON; `{name}` that stands alone keeps its type."""

        def condition(got: Answer, _: Any, names: dict[str, Any]) -> Wrong | None:
            return _differs(filled(expected, names), got.json, got)

        return self._demand(condition)

    def equals(self, expected: Any) -> Self:
        """Demand exactly this value of a `call`."""

        def condition(got: Answer, _: Any, names: dict[str, Any]) -> Wrong | None:
            found = difference(plain(filled(expected, names)), plain(got.value))
            return Wrong(f"are not as they should be: {found}") if found else None

        return self._demand(condition)

    def that(self, condition: Callable[[Answer], bool | str]) -> Self:
        """Demand that `condition`, called with the answer, returns True; a string says what is wrong."""

        def demanded(got: Answer, *_: Any) -> Wrong | None:
            verdict = condition(got)
            if verdict is True:
                return None
            return Wrong(
                verdict if isinstance(verdict, str) else f"{_came(got)}, and that is wrong"
            )

        return self._demand(demanded)

    def same_as_solution(self) -> Self:
        """Demand the status and the JSON, or else the text, that the solution answers with."""
        self._scenario.probes = [replace(each, compare=True) for each in self._scenario.probes]

        def condition(got: Answer, right: Answer | None, _: dict[str, Any]) -> Wrong | None:
            assert right is not None
            if got.status != right.status:
                return Wrong(f"{_came(got)}, not {right.status}")
            if right.value is not None or right.json is not None:
                one, other = (
                    (right.value, got.value) if right.json is None else (right.json, got.json)
                )
                return _differs(one, other, got)
            return None if got.text == right.text else _other_body(got, right)

        return self._demand(condition)

    def same_words_as_solution(self, part: str | None = None) -> Self:
        """Demand a page of HTML that says the same as the solution's, whatever its markup.

        `part` is the `id` of an element: only what is in there is compared.
        """
        self._scenario.probes = [replace(each, compare=True) for each in self._scenario.probes]

        def condition(got: Answer, right: Answer | None, _: dict[str, Any]) -> Wrong | None:
            from .pages import first_difference, words_of

            assert right is not None
            if got.status != right.status:
                return Wrong(f"{_came(got)}, not {right.status}")
            mine = words_of(got.text, part)
            if mine is None:
                return Wrong(f"{_came(got)} without an element whose id is “{part}”")
            found = first_difference(words_of(right.text, part) or [], mine)
            return found and Wrong(f"shows “{found[1]}” where “{found[0]}” is right")

        return self._demand(condition)

    def queries(self, *, at_most: int) -> Self:
        """Demand a number of queries, those for session and user among them."""
        return self._demand(_at_most(at_most))

    def budget(self, at_most: int) -> Self:
        """Demand a number of queries, as `queries` does, and show what it took when that is kept, too."""
        demands = self._scenario.demands(self._title)
        demands.budgets.append((self._number, at_most))
        demands.conditions.append((self._number, _at_most(at_most)))
        return self

    def _demand(self, condition: Condition) -> Self:
        self._scenario.demands(self._title).conditions.append((self._number, condition))
        return self


def _at_most(queries: int) -> Condition:
    def condition(got: Answer, *_: Any) -> Wrong | None:
        if got.queries <= queries:
            return None
        measured = Measured(got.queries, queries, "queries")
        return Wrong(f"took {counted(got.queries)}; {passing(queries)}", measured)

    return condition


def _other_body(got: Answer, right: Answer) -> Wrong:
    from .pages import first_difference

    found = first_difference(right.text.split(), got.text.split())
    if found is None:
        return Wrong(f"{_came(got)} with other spaces or line breaks")
    return Wrong(f"{_came(got)} with “{found[1]}” where “{found[0]}” is right")


def _came(got: Answer) -> str:
    return "gave no answer" if got.status is None else f"answered {got.status}"


def _differs(wanted: Any, found: Any, got: Answer) -> Wrong | None:
    if found is None and wanted is not None:
        return Wrong(f"{_came(got)} without JSON")
    words = difference(plain(wanted), plain(found))
    return Wrong(f"{_came(got)} with other data: {words}") if words else None
