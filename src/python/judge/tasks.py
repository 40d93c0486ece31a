"""`expect.tasks`: what is sent to background workers, and what they make of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Literal

from harness.exhibits import TasksExhibit
from harness.request import Seed

from .ruling import Outcome
from .scenario import Scenario, Seen, Step, seen, where
from .task_exhibit import tasks_exhibit
from .task_words import article, call, lasting, quantity, span, words

type Run = dict[str, Any]


class Background(Scenario):
    """A scenario of calls that send tasks, and of a worker that runs them."""

    def __init__(
        self,
        seed: Seed,
        app: str | None,
        modules: Sequence[str],
        counted: Sequence[str],
    ) -> None:
        super().__init__("tasks", seed, counted, app=app, tasks=list(modules), options=[])

    def work(
        self,
        *,
        twice: Literal["again", "meanwhile"] | None = None,
        outage: tuple[str, str, float] | None = None,
        args: Sequence[Any] = ("no answer",),
    ) -> Step:
        """Run a worker until nothing is left.

        `twice` delivers each message a second time: `again` afterwards, `meanwhile` when the first is in a
        counted function. `outage`: a counted function, the error that it raises (`module:Name`, made with
        `args`), and for how many seconds.
        """
        told = "a worker runs what was sent"
        if twice == "again":
            told += ", each message delivered twice"
        if twice == "meanwhile":
            told += ", and a second worker the same at the same time"
        down = None
        if outage:
            function, error, until = outage
            down = {"function": function, "error": error, "until": until, "args": list(args)}
            name = error.partition(":")[2]
            told += f", while `{function.partition(':')[2]}()` raises {name} {lasting(until)}"
        return self.add(told, do="work", twice=twice, outage=down)

    def sends(self, title: str, step: Step, count: int) -> None:
        """Demand so many messages of a step."""

        def rule(each: Seen) -> str | None:
            sent = each.facts["sent"]
            if len(sent) == count:
                return None
            names = ", ".join(map(call, sent))
            return f"{quantity(len(sent), 'task')} sent, expected {count}{': ' if sent else '.'}{names}"

        self.of(title, rule, [step], f"{quantity(count, 'task')} sent.")

    def arguments(self, title: str, *steps: Step, only: Sequence[str] = ("int", "str")) -> None:
        """Demand that messages hold nothing but values of these types."""

        def rule(each: Seen) -> str | None:
            for message in each.facts["sent"]:
                for kind in message["types"]:
                    if kind not in only:
                        return f"`{message['task']}` was sent with {article(kind)}; send the id."
            return None

        self.of(title, rule, steps, f"Nothing but {' and '.join(only)} in the messages.")

    def succeed(self, title: str, *steps: Step) -> None:
        """Demand that each task succeeds in the end, and that there is one."""

        def rule(each: Seen) -> str | None:
            last = {run["id"]: run for run in each.facts["runs"]}
            if not last:
                return "No task was run."
            bad = [run for run in last.values() if run["state"] not in ("SUCCESS", "SUCCESSFUL")]
            if not bad:
                return None
            run = bad[0]
            return (
                f"`{call(run)}` ended as {run['state']} after "
                f"{quantity(run['attempt'], 'attempt')} in {span(run['at'])}: {run['error']}"
            )

        self.of(title, rule, steps, "Each task ended as a success.")

    def gives_up(self, title: str, *steps: Step) -> None:
        """Demand that each task ends as failed, instead of being tried forever."""

        def rule(each: Seen) -> str | None:
            last = {run["id"]: run for run in each.facts["runs"]}
            for run in last.values():
                if run["state"] not in ("FAILURE", "FAILED"):
                    tried = quantity(run["attempt"], "attempt")
                    return (
                        f"`{call(run)}` was still to be tried after {tried} and {span(run['at'])}."
                    )
            return None if last else "No task was run."

        self.of(title, rule, steps, "Each task ended as failed.")

    def attempts(
        self, title: str, *steps: Step, at_least: int = 1, at_most: int, within: float | None = None
    ) -> None:
        """Demand how often each task is tried, and in how many seconds at most."""

        def rule(each: Seen) -> str | None:
            last: dict[str, Run] = {run["id"]: run for run in each.facts["runs"]}
            for run in last.values():
                tried = run["attempt"]
                if not at_least <= tried <= at_most:
                    wanted = f"{at_least} to {at_most}" if at_least != at_most else f"{at_most}"
                    return f"`{call(run)}` was tried {quantity(tried, 'time')}, expected {wanted}."
                if within is not None and run["at"] > within:
                    return (
                        f"The last attempt came after {span(run['at'])}, "
                        f"expected {span(within)} at most."
                    )
            return None if last else "No task was run."

        self.of(title, rule, steps, f"Tried {quantity(at_most, 'time')} at most.")

    def gaps(self, title: str, step: Step, condition: Callable[[list[float]], bool | str]) -> None:
        """Demand a condition of the seconds between the attempts of the first task of a step."""

        def rule(each: Seen) -> str | None:
            runs = each.facts["runs"]
            times = [run["at"] for run in runs if run["id"] == runs[0]["id"]] if runs else []
            gaps = [later - sooner for sooner, later in pairwise(times)]
            verdict = condition(gaps)
            if verdict is True:
                return None
            return verdict if isinstance(verdict, str) else f"It waited {words(gaps)} seconds."

        self.of(title, rule, [step], "So were the waits between the attempts.")

    def calls(self, title: str, step: Step, function: str, count: int) -> None:
        """Demand how often a counted function is called in a step."""

        def rule(each: Seen) -> str | None:
            got = each.calls(function)
            if got == count:
                return None
            name = function.partition(":")[2]
            return f"`{name}()` was called {quantity(got, 'time')}, expected {count}."

        self.of(title, rule, [step], f"Called {quantity(count, 'time')}.")

    def options(self, title: str, task: str, **wanted: Any) -> None:
        """Demand what Celery makes of the options of a task, wherever they are set."""
        (probe,) = self.probes
        probe.params["options"] += [name for name in wanted if name not in probe.params["options"]]

        def rule(outcome: Outcome) -> str | None:
            options = outcome.mine.claim.facts["options"]
            if task not in options:
                return f"There is no task `{task}`."
            for name, value in wanted.items():
                if options[task][name] != value:
                    return f"`{task}` has {name} = {options[task][name]!r}, expected {value!r}."
            return None

        told = ", ".join(f"{name} = {value!r}" for name, value in wanted.items())
        self.demand(title, rule, f"`{task}` has {told}.")

    def of(
        self, title: str, rule: Callable[[Seen], str | None], steps: Sequence[Step], praise: str
    ) -> None:
        """Demand the same of several steps."""

        def rule_all(outcome: Outcome) -> str | None:
            every = seen(outcome, self.steps)
            for step in steps:
                if wrong := rule(every[step.number]):
                    return where(step, self.steps) + wrong
            return None

        self.demand(title, rule_all, praise)

    def exhibit(self, outcome: Outcome) -> TasksExhibit:
        """What was sent, and each attempt at the moment at which it was made."""
        return tasks_exhibit(seen(outcome, self.steps))
