"""`expect.file`: configuration files, read by parsers and judged by rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harness.claim import Claim
from harness.parsing.tree import Tree
from harness.report import Place

from .request import Probe
from .rules import Problem, Rule
from .ruling import Failed, Outcome, Passed, Ruling, Subject

type Trees = Mapping[str, Tree]


class ConfigFiles(Subject):
    """Some files, read once; and run, where one of them is Python and a rule asks what it sets."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__([], [], [])
        self._paths = list(paths)

    def obeys(self, title: str, rule: Rule, path: str | None = None) -> None:
        """Demand that a file, the first when no `path` is given, obeys a rule of `judge.rules`."""
        target = path or self._paths[0]
        self.requirements.append(
            Obeys(title, self._read(), rule, (target,), lambda trees, _: rule.test(trees[target]))
        )

    def agrees(
        self,
        title: str,
        rule: Rule,
        *,
        run: str | None = None,
        env: Mapping[str, str] | None = None,
        cpus: int = 2,
    ) -> None:
        """Demand that the files obey a rule together.

        Its test is called with the trees by path, and with what the Python file `run` sets in that
        environment on a machine with so many `cpus`.
        """
        number = self._run(run, dict(env or {}), cpus) if run else self._read()
        self.requirements.append(Obeys(title, number, rule, tuple(self._paths), rule.test))

    def _read(self) -> int:
        return self._probe(None, f"{', '.join(f'`{path}`' for path in self._paths)} was read")

    def _run(self, path: str, env: dict[str, str], cpus: int) -> int:
        told = "".join(f", with `{name}={text}`" for name, text in env.items())
        return self._probe(
            {"path": path, "env": env, "cpus": cpus},
            f"`{path}` was run on a machine with {cpus} processors{told}",
        )

    def _probe(self, run: dict[str, Any] | None, tried: str) -> int:
        """The probe that does so: one that is planned already, or a new one."""
        probe = Probe("files", {"paths": self._paths, "run": run}, opened=False)
        if probe not in self.probes:
            self.probes.append(probe)
            self.tried.append(tried)
        return self.probes.index(probe)


@dataclass(frozen=True, slots=True)
class Obeys:
    """Files obey a rule."""

    title: str
    number: int
    law: Rule
    paths: tuple[str, ...]
    test: Callable[[Trees, dict[str, Any]], Problem | None]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        outcome = outcomes[self.number]
        trees, names = _trees(outcome.mine.claim)
        for path in self.paths:
            if path not in trees:
                return Failed(f"There is no `{path}`.", f"Not yet: `{path}` is missing.")
            if faults := trees[path].faults:
                line, words = faults[0].line, faults[0].message
                return Failed(
                    f"Line {line} of {path} cannot be read: {words}.",
                    f"Not yet: {path} has an error of syntax.",
                    Place(path, line, ""),
                )
        try:
            problem = self.test(trees, names)
        except TypeError, LookupError, AttributeError, ValueError:
            problem = Problem(None, "It has another form than expected")
        if problem is None:
            return Passed(f"As it should be. {self.law.why}")
        path = problem.file or self.paths[0]
        where = f"Line {problem.line} of {path}: " if problem.line else ""
        return Failed(
            f"{where}{problem.words}. {self.law.why}",
            f"Not yet: “{self.title}” does not hold.",
            Place(path, problem.line, "") if problem.line else None,
            shown=self.number,
        )


def _trees(claim: Claim) -> tuple[dict[str, Tree], dict[str, Any]]:
    """The trees by path, and the names that a run has set."""
    value = claim.bare
    if not isinstance(value, dict):
        return {}, {}
    trees: dict[str, Tree] = {}
    for path, told in value["trees"].items():
        if told is None:
            continue
        tree = Tree(path, told["data"])
        tree.lines = {tuple(steps): line for steps, line in told["lines"]}
        for line, message in told["faults"]:
            tree.fault(line, message)
        trees[path] = tree
    return trees, value["names"]
