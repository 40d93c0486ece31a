"""The questions of `src/runtime/protocol.ts`, read from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from json import loads
from typing import Any

from harness.request import Files, RunRequest


@dataclass(frozen=True, slots=True)
class AssistRequest:
    """A question, and the project and files that it is about."""

    run: RunRequest
    # `kind` and what belongs to it.
    question: dict[str, Any]

    @property
    def files(self) -> Files:
        return self.run.files

    @classmethod
    def read(cls, text: str) -> AssistRequest:
        data = loads(text)
        run = RunRequest(**RunRequest._parts(data | {"entry": ""}))
        return cls(run, data["question"])
