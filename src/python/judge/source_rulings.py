"""Requirements on what stands in the submission's Python files."""

from __future__ import annotations

from dataclasses import dataclass

from django import get_version
from django.conf import global_settings

from harness.report import Place

from .ruling import Failed, Outcome, Passed, Ruling
from .secrets import secrets_in
from .sources import assigned_names

VERSION = get_version()


@dataclass(frozen=True, slots=True)
class CodeWithoutSecrets:
    """No Python file holds a secret."""

    title: str
    known: tuple[str, ...]
    but: frozenset[str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        files = {path: text for path, text in outcomes[0].files.items() if path not in self.but}
        found = next(secrets_in(files, self.known), None)
        if not found:
            return Passed("No Python file was found to hold a secret.")
        place = found.place
        return Failed(
            f"Line {place.line} of {place.file} holds {found.words}. Whoever reads the code, and"
            " whoever gets the image, has it. Read it from the environment.",
            "Not yet: there is a secret in the code.",
            place,
        )


@dataclass(frozen=True, slots=True)
class KnownSettings:
    """No setting with such a beginning is one that this Django ignores."""

    title: str
    prefixes: tuple[str, ...]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        for path, source in outcomes[0].files.items():
            for name, line in assigned_names(path, source):
                if name.startswith(self.prefixes) and not hasattr(global_settings, name):
                    return Failed(
                        f"Line {line} of {path} sets `{name}`. Django {VERSION} knows no such setting:"
                        " it says nothing, and does nothing.",
                        f"Not yet: `{name}` has no effect.",
                        Place(path, line, ""),
                    )
        return Passed(f"Django {VERSION} knows all of these settings.")
