"""`expect.tests`: the learner's tests pass on right implementations, and fail on broken ones.

    tests = expect.tests("test_pricing.py", right=["plain", "table"], broken={
        "no-minimum": "An order below the minimum got the discount.",
    })
    tests.pass_on_right("Your tests pass on working code")
    tests.fail_on("no-minimum", title="Your tests notice a discount that came too early")

An implementation is a folder of `support/`, `right/<name>` or `broken/<name>`, whose files are laid over
the project; each has an interpreter of its own. A broken one is noticed when a test fails on it that passes
on every right one: in the test itself, not in collecting it or in a fixture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from harness.project import ProjectError

from .noticing import FailOnBroken, PassOnRight
from .request import Ending, Files, Probe
from .ruling import Ruling, Subject
from .sessions import Implementation


class Tests(Subject):
    """The learner's tests on each implementation."""

    def __init__(
        self,
        files: Sequence[str],
        right: Sequence[str],
        broken: Mapping[str, str],
        support: Files,
    ) -> None:
        if len(right) < 2:
            # With one alone, tests could compare the source with what they know.
            raise ProjectError("tests need at least two right implementations")
        every = [Implementation(f"right/{name}", "") for name in right]
        every += [Implementation(f"broken/{name}", flaw) for name, flaw in broken.items()]
        self.every = every
        probes = [
            Probe("tests", {"tests": list(files), "files": _files_of(each.name, support)})
            for each in every
        ]
        right_words = "Your tests ran on code that works"
        tried = [
            f"Your tests ran on code with a mistake in it ({each.flaw.rstrip('.')})"
            if each.flaw
            else right_words
            for each in every
        ]
        super().__init__(probes, [], tried)
        self._demands: list[PassOnRight | FailOnBroken] = []

    def rule_endings(self, _endings: list[Ending]) -> list[Ruling] | None:
        """See `Subject`: tests that kill their Python have noticed nothing."""
        return [each.rule_endings(_endings) for each in self._demands]

    def _demand(self, demand: PassOnRight | FailOnBroken) -> None:
        self._demands.append(demand)
        self.requirements.append(demand)

    def pass_on_right(
        self, title: str = "Your tests pass on code that works", *, at_least: int = 1
    ) -> None:
        """Demand that there are tests, and that all of them pass on each right implementation."""
        self._demand(PassOnRight(title, self.every, at_least))

    def fail_on(self, name: str, *, title: str) -> None:
        """Demand that a test fails on this broken implementation."""
        self._demand(FailOnBroken(title, self.every, self._number(name)))

    def fail_on_each(self, titles: Mapping[str, str]) -> None:
        """The same, for several: a check for each, under the title given."""
        for name, title in titles.items():
            self.fail_on(name, title=title)

    def _number(self, name: str) -> int:
        names = [each.name for each in self.every]
        if f"broken/{name}" not in names:
            raise ProjectError(f"there is no broken implementation {name!r}")
        return names.index(f"broken/{name}")


def _files_of(folder: str, support: Files) -> dict[str, str]:
    start = f"{folder}/"
    files = {
        path.removeprefix(start): text for path, text in support.items() if path.startswith(start)
    }
    if not files:
        raise ProjectError(f"there is no support/{folder}")
    return files
