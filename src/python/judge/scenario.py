"""Steps that are taken one after the other in one interpreter, and what must hold of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from harness.exhibits import Exhibit
from harness.plain import difference
from harness.request import Seed

from .request import Probe
from .ruling import Failed, Outcome, Passed, Ruling, Subject


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scenario, by its number from 0, and how a learner is told of it."""

    number: int
    told: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one step: in ordinary data, and as nobody may believe it without a look."""

    step: Step
    value: Any
    facts: dict[str, Any]

    @property
    def queries(self) -> int:
        """How many queries it took."""
        return int(self.facts["queries"])

    @property
    def slept(self) -> float:
        """For how many seconds it waited."""
        return float(self.facts["slept"])

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the page that it got."""
        return dict(self.facts["headers"])

    def calls(self, function: str) -> int:
        """How often it called a function that is counted."""
        return int(self.facts["calls"][function])


class Scenario(Subject):
    """One probe in steps. A kind of its own adds the words for what its steps are."""

    def __init__(self, kind: str, seed: Seed, counted: Sequence[str], **params: Any) -> None:
        self.steps: list[Step] = []
        given = {
            "steps": [],
            "counted": list(counted),
            "size": seed.size,
            "number": seed.number,
            **params,
        }
        super().__init__([Probe(kind, given)], [], ["Your code was tried out step by step"])

    def call(self, function: str, *args: Any, rolled_back: bool = False, **kwargs: Any) -> Step:
        """Call a function of the learner's; `rolled_back` undoes the transaction around it."""
        told = called(function, args, kwargs)
        return self.add(
            f"{told}, and its caller rolled back" if rolled_back else told,
            do="call",
            call=call_of(function, args, kwargs),
            rolled_back=rolled_back,
        )

    def visit(self, path: str, who: str | None = None) -> Step:
        """Get a page, signed in as that user or not at all."""
        return self.add(
            f"{who or 'Somebody not signed in'} gets {path}", do="visit", path=path, who=who
        )

    def script(self, function: str, *, doing: str, **params: Any) -> Step:
        """Call a function of your own, `file.py:function` in `support/`."""
        file, _, name = function.partition(":")
        return self.add(doing, do="script", file=file, function=name, params=params)

    def wait(self, seconds: float) -> Step:
        """Let so much time pass."""
        return self.add(f"{seconds:,} seconds pass", do="wait", seconds=seconds)

    def restart(self) -> Step:
        """Go on in another process: the submission is imported anew, what it remembered is gone."""
        return self.add("another process takes over", do="restart")

    def add(self, told: str, **step: Any) -> Step:
        """Take one step more."""
        (probe,) = self.probes
        probe.params["steps"].append(step)
        self.steps.append(Step(len(self.steps), told))
        return self.steps[-1]

    def same_values_as_solution(self, title: str, *steps: Step) -> None:
        """Demand that these steps, all of them when none is named, return what the solution's do."""
        self.probes = [replace(probe, compare=True) for probe in self.probes]
        count = len(steps or self.steps)
        self.demand(
            title,
            lambda outcome: _compare(outcome, steps or self.steps, self.steps),
            "The right value." if count == 1 else f"The right value in each of {count} steps.",
        )

    def that(self, title: str, step: Step, condition: Callable[[Seen], bool | str]) -> None:
        """Demand a condition of one step: True, or a sentence that says what is wrong."""

        def rule(outcome: Outcome) -> str | None:
            verdict = condition(seen(outcome, self.steps)[step.number])
            if verdict is True:
                return None
            return verdict if isinstance(verdict, str) else f"{step.told}: not as it should be."

        self.demand(title, rule)

    def demand(
        self,
        title: str,
        rule: Callable[[Outcome], str | None],
        praise: str = "Tried step by step, as it should be.",
    ) -> None:
        """Add a requirement: None, or what is wrong in words; `praise` says what was seen else."""
        self.requirements.append(_Holds(title, rule, self.exhibit, praise))

    def exhibit(self, outcome: Outcome) -> Exhibit | None:
        """What the learner is shown of the steps."""
        return None


@dataclass(frozen=True, slots=True)
class _Holds:
    title: str
    check: Callable[[Outcome], str | None]
    exhibit: Callable[[Outcome], Exhibit | None] = field(repr=False)
    praise: str

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        (outcome,) = outcomes
        if odd := outcome.mine.claim.odd:
            return Failed(f"A step returned {odd}.", "Not yet: a result cannot be compared.")
        try:
            wrong = self.check(outcome)
            shown = self.exhibit(outcome)
            exhibits: list[Exhibit] = [shown] if shown else []
        except TypeError, LookupError, AttributeError, ValueError, ArithmeticError:
            # A submission can make a probe say anything.
            return Failed(
                "What came back has another form than expected.",
                "Not yet: it is not clear what your code did.",
            )
        if not wrong:
            return Passed(self.praise, exhibits=exhibits)
        return Failed(wrong, f"Not yet: “{self.title}” does not hold.", exhibits=exhibits)


def seen(outcome: Outcome, steps: Sequence[Step]) -> list[Seen]:
    """What came of each step."""
    facts = outcome.mine.claim.facts["steps"]
    values = outcome.mine.claim.bare
    return [Seen(step, value, fact) for step, value, fact in zip(steps, values, facts, strict=True)]


def _compare(outcome: Outcome, wanted: Sequence[Step], steps: Sequence[Step]) -> str | None:
    assert outcome.right is not None
    mine, right = outcome.mine.claim.value.items, outcome.right.claim.value.items
    if len(mine) != len(right):
        return "Not all of the steps were taken."
    for step in wanted:
        if found := difference(right[step.number], mine[step.number]):
            return f"{where(step, steps)}{found[0].upper()}{found[1:]}." + _stale(
                step, steps, mine, right
            )
    return None


def _stale(step: Step, steps: Sequence[Step], mine: Sequence[Any], right: Sequence[Any]) -> str:
    """Whether an earlier step was right to return this very value."""
    value = mine[step.number]
    for earlier in reversed(steps[: step.number]):
        if earlier.told == step.told and not difference(right[earlier.number], value):
            return (
                f" That is what step {earlier.number + 1} returned, and it is out of date by now."
            )
    return ""


def where(step: Step, steps: Sequence[Step]) -> str:
    """A step in a message, with the one before it."""
    before = f", after “{steps[step.number - 1].told}”" if step.number else ""
    return f"Step {step.number + 1}: {step.told}{before}. "


def call_of(function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> dict[str, Any]:
    """A call as a probe reads it."""
    module, _, name = function.partition(":")
    return {"module": module, "function": name, "args": list(args), "kwargs": kwargs}


def called(function: str, args: Sequence[Any], kwargs: dict[str, Any]) -> str:
    """A call as a learner reads it: `` `top_sellers(3)` ``."""
    words = [repr(each) for each in args] + [f"{name}={each!r}" for name, each in kwargs.items()]
    return f"`{function.partition(':')[2]}({', '.join(words)})`"
