"""`expect.review` and `expect.predict`: answers that are not code, kept in `answers.toml`.

They are read here, on the clean side: there is nothing in them to run.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from harness.project import ProjectError
from harness.report import Place

from .request import Files, Probe
from .ruling import Failed, Outcome, Passed, Ruling, Subject

ANSWERS = "answers.toml"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that the learner holds to be wrong, and why."""

    file: str
    line: int
    reason: str


def read_answers(files: Files) -> dict[str, Any] | Failed:
    """What the file holds, or what is wrong with it."""
    try:
        return tomllib.loads(files.get(ANSWERS, ""))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Failed(
            f"`{ANSWERS}` cannot be read: {error}.", f"Not yet: {ANSWERS} cannot be read."
        )


def read_marks(files: Files) -> list[Mark] | Failed:
    """The learner's marks; whatever has another form is left out."""
    answers = read_answers(files)
    if isinstance(answers, Failed):
        return answers
    found = answers.get("marks", [])
    marks: list[Mark] = []
    for each in found if isinstance(found, list) else []:
        match each:
            case {"file": str(file), "line": int(line), "reason": str(reason)}:
                marks.append(Mark(file, line, reason))
            case _:
                pass
    return marks


@dataclass(frozen=True, slots=True)
class Defect:
    """Lines that are wrong, for a reason."""

    title: str
    file: str
    lines: range
    # Any of these will do: some defects can be seen in two ways.
    reasons: tuple[str, ...]
    because: str
    files: Files

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        marks = read_marks(self.files)
        if isinstance(marks, Failed):
            return marks
        here = [each for each in marks if each.file == self.file and each.line in self.lines]
        if any(each.reason in self.reasons for each in here):
            return Passed(f"Line {self.lines[0]} of {self.file}: {self.because}")
        if here:
            return Failed(
                f"You marked line {here[0].line} of {self.file}, and something is wrong there, but not that.",
                "Almost: a line is right, and its reason is not.",
                Place(self.file, here[0].line, ""),
            )
        return Failed(
            f"Something in {self.file} is not marked yet.",
            "Not yet: something is still to be found.",
        )


@dataclass(frozen=True, slots=True)
class FewFalseAlarms:
    """Not more than so many marks on lines that are right."""

    title: str
    at_most: int
    defects: Sequence[Defect]
    files: Files

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        marks = read_marks(self.files)
        if isinstance(marks, Failed):
            return marks
        wrong = [each for each in marks if not any(_hits(each, one) for one in self.defects)]
        if len(wrong) <= self.at_most:
            return Passed("What you marked is what is wrong.")
        return Failed(
            f"Line {wrong[0].line} of {wrong[0].file} does no harm.",
            "Almost: a mark is on a line that does no harm.",
            Place(wrong[0].file, wrong[0].line, ""),
        )


def _hits(mark: Mark, defect: Defect) -> bool:
    return mark.file == defect.file and mark.line in defect.lines


class Review(Subject):
    """The marks of a review."""

    def __init__(self, files: Files) -> None:
        super().__init__([], [], [])
        self._files = files
        self._defects: list[Defect] = []

    def finds(
        self,
        file: str,
        at: str,
        reason: str | Sequence[str],
        *,
        title: str,
        because: str,
        lines: int = 1,
    ) -> None:
        """Demand a mark on the line that contains the text `at`, or on one of the lines after it."""
        defect = Defect(
            title,
            file,
            self._lines(file, at, lines),
            (reason,) if isinstance(reason, str) else tuple(reason),
            because,
            self._files,
        )
        self._defects.append(defect)
        self.requirements.append(defect)

    def nothing_else(self, title: str = "Marks nothing that is right", *, at_most: int = 0) -> None:
        """Demand that no more than `at_most` marks are on lines without a defect."""
        self.requirements.append(FewFalseAlarms(title, at_most, self._defects, self._files))

    def _lines(self, file: str, at: str, count: int) -> range:
        # While planning there are no files yet, and no lines needed.
        text = self._files.get(file)
        if text is None:
            return range(1, 2)
        before, found, _ = text.partition(at)
        if not found:
            raise ProjectError(f"{file} has no {at!r}")
        first = before.count("\n") + 1
        return range(first, first + count)


# What is said of one.
ONE_OF = {"queries": "query", "rows": "row"}


@dataclass(frozen=True, slots=True)
class Predicted:
    """The answer to one question is what the code does."""

    title: str
    question: str
    unit: str
    # The answer where the author gives it; what is measured where not.
    answer: str | int | None
    because: str
    files: Files

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        answers = read_answers(self.files)
        if isinstance(answers, Failed):
            return answers
        given = answers.get("answers", {})
        said = given.get(self.question) if isinstance(given, dict) else None
        if said is None or said == "":
            return Failed("You have not answered this yet.", "Not yet: a question is open.")
        truth = outcomes[0].queries if self.answer is None else self.answer
        # In TOML, `"3"` and `3` are two things. For who answers they are one.
        if str(said) == str(truth):
            return Passed(f"{self._told(truth)}. {self.because}", "Predicted.")
        if isinstance(truth, str):
            return Failed(f"It is not “{said}”.", "Not yet: one answer is another.")
        return Failed(
            f"You said {said}, and it was {self._told(truth)}. {self.because}",
            f"Almost: you said {said}, and it was {self._told(truth)}.",
        )

    def _told(self, truth: str | int) -> str:
        if not isinstance(truth, int):
            return f"“{truth}”"
        unit = ONE_OF.get(self.unit, self.unit) if truth == 1 else self.unit
        return f"{truth:,} {unit}".strip()


class Prediction(Subject):
    """A question, and where it is a number, the call that answers it."""

    def __init__(self, question: Predicted, probe: Probe | None, tried: str) -> None:
        super().__init__([probe] if probe else [], [question], [tried] if probe else [])
