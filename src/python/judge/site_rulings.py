"""Requirements on what a site does once it has started: what it answers, what it logs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harness.exhibits import LogRecord, LogsExhibit, Pair

from .ruling import Outcome, Ruling, Skipped
from .secrets import hide
from .starts import Start, holds


@dataclass(frozen=True, slots=True)
class Answers:
    """The author's own condition on an answer of the site."""

    title: str
    start: Start
    number: int
    path: str
    condition: Callable[[dict[str, Any]], bool | str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        if failed := self.start.stopped(outcomes):
            return failed
        value = self.start.claim(outcomes).bare
        answers = value.get("answers") if isinstance(value, dict) else None
        answer = answers[self.number] if isinstance(answers, list) else {}
        if not isinstance(answer, dict) or answer.get("error"):
            error = answer.get("error") if isinstance(answer, dict) else "nothing came back"
            return self.start.failed(
                f"`{self.path}` was asked for: {error}.", f"Not yet: `{self.path}` does not answer."
            )
        return holds(self, self.start, answer, f"`{self.path}` was asked for")


@dataclass(frozen=True, slots=True)
class Logs:
    """The author's own condition on the lines that log records become."""

    title: str
    start: Start
    number: int
    condition: Callable[[list[list[str]]], bool | str]
    # What is logged, and where it is shown: with the first of these.
    records: Sequence[Mapping[str, Any]]
    shows: Sequence[Logs]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        if failed := self.start.stopped(outcomes):
            return failed
        value = self.start.claim(outcomes).bare
        logged = value.get("logged") if isinstance(value, dict) else None
        lines = logged[self.number] if isinstance(logged, list) else None
        ruling = holds(self, self.start, lines)
        try:
            shown = [log for each in self.shows for log in each.told(outcomes)]
        except TypeError, LookupError, AttributeError:
            # A submission can make any probe claim anything, which is then not worth a look.
            shown = []
        if shown and not isinstance(ruling, Skipped):
            ruling.exhibits.append(LogsExhibit("Log records", shown))
        return ruling

    def told(self, outcomes: list[Outcome]) -> Iterator[LogRecord]:
        """Each record with the lines that came out of it."""
        if self.start.claim(outcomes).report.error:
            return
        value = self.start.claim(outcomes).bare
        logged = value.get("logged") if isinstance(value, dict) else None
        mine = logged[self.number] if isinstance(logged, list) else []
        for record, lines in zip(self.records, mine, strict=False):
            yield _record(record, [hide(str(line), self.start.secrets) for line in lines])


def _record(record: Mapping[str, Any], lines: list[str]) -> LogRecord:
    if path := record.get("visit"):
        message = f"An error page: {path}"
        return LogRecord("ERROR", "django.request", message, [], None, "", lines)
    fields = [Pair(str(name), str(value)) for name, value in record.get("extra", {}).items()]
    error = f"ValueError: {record['error']}" if "error" in record else ""
    return LogRecord(
        record["level"], record["logger"], record["message"], fields, None, error, lines
    )
