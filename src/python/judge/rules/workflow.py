"""What a workflow of GitHub Actions says: its steps, with what they inherit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from harness.parsing.tree import Tree

from .shell import Command, commands

# What only hands on: the words behind it are the command.
RUNNERS = {
    "uv",
    "poetry",
    "pipenv",
    "hatch",
    "pdm",
    "run",
    "python",
    "python3",
    "-m",
    "coverage",
    "time",
}
ALWAYS = {"always()", "!cancelled()", "${{ always() }}", "${{ !cancelled() }}", "true"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step, with what holds for it from the job and from the workflow."""

    job: str
    at: int
    line: int
    data: Mapping[str, Any]
    env: Mapping[str, str]
    # Whether it runs each time, and its failure counts.
    certain: bool

    def commands(self) -> Iterator[Command]:
        """What its `run` calls, without what only hands on."""
        for each in commands(str(self.data.get("run", ""))):
            words = list(each.words)
            while words and (words[0] in RUNNERS or words[0].startswith("--")):
                words.pop(0)
            yield Command({**self.env, **each.env}, words, each.then, each.line)

    def manage(self) -> Iterator[Command]:
        """The management commands that it calls: their words begin behind `manage.py`."""
        for each in self.commands():
            if each.words and each.words[0].rpartition("/")[2] in (
                "manage.py",
                "django-admin",
                "django",
            ):
                yield Command(each.env, each.words[1:], each.then, each.line)


def steps(tree: Tree) -> Iterator[Step]:
    """All steps, job by job."""
    outer = tree.get("env", default={})
    for name, job in tree.data["jobs"].items():
        inner = job.get("env", {})
        for at, data in enumerate(job.get("steps", [])):
            env = {**outer, **inner, **data.get("env", {})}
            texts = {key: str(value) for key, value in env.items()}
            line = tree.line("jobs", name, "steps", at) or 1
            certain = _always(job) and _always(data)
            yield Step(name, at, line, data, texts, certain)


def _always(data: Mapping[str, Any]) -> bool:
    return str(data.get("if", "true")).strip().lower() in ALWAYS
