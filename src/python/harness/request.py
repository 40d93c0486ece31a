"""The requests of `src/runtime/protocol.ts`, read from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from json import loads
from typing import Any, Self

type Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Project:
    """A Django project: what the learner's files are laid over."""

    name: str
    files: Files
    settings: str
    seeder: str
    # The migrated, empty database, packed by `database.pack`.
    tables: str | None
    # Modules to import when it is opened.
    preload: tuple[str, ...] = ()

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        return cls(
            data["name"],
            data["files"],
            data["settings"],
            data["seeder"],
            data.get("tables"),
            tuple(data.get("preload", ())),
        )


@dataclass(frozen=True, slots=True)
class Seed:
    """How much data, and which."""

    size: int
    number: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A project, and the data in its database."""

    project: Project
    seed: Seed

    @classmethod
    def read(cls, text: str) -> Self:
        return cls(**cls._parts(loads(text)))

    @staticmethod
    def _parts(data: dict[str, Any]) -> dict[str, Any]:
        return {"project": Project.read(data["project"]), "seed": Seed(**data["seed"])}


@dataclass(frozen=True, slots=True)
class RunRequest(Opening):
    """Run the learner's files in that project."""

    files: Files
    entry: str

    @staticmethod
    def _parts(data: dict[str, Any]) -> dict[str, Any]:
        parts = Opening._parts(data)
        return parts | {"files": data["files"], "entry": data["entry"]}

    def changed(self) -> list[str]:
        """The learner's files that the opened project cannot have: other versions, and migrations."""
        own = self.project.files
        return [
            path
            for path, text in self.files.items()
            if own.get(path, text) != text or (path not in own and "/migrations/" in path)
        ]


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing to try with a submission: a kind, by the name of its module, and what that needs."""

    kind: str
    # Whether the project is opened for it.
    opened: bool
    params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ProbeRequest(RunRequest):
    """Try one thing with the learner's files."""

    # The author's files for probes, by path; never written where the submission could read them.
    support: Files
    probe: Probe

    @staticmethod
    def _parts(data: dict[str, Any]) -> dict[str, Any]:
        probe = data["probe"]
        return RunRequest._parts(data) | {
            "support": data["support"],
            "probe": Probe(probe["kind"], probe["opened"], probe["params"]),
        }
