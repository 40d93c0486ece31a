"""Requirements on settings, and on what happens when they cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django import get_version
from django.conf import global_settings

from harness.claim import Claim
from harness.plain import difference, plain
from harness.report import Place

from .deploy import security_messages
from .ruling import Failed, Outcome, Passed, Ruling
from .secrets import hide, is_secret, secrets_in
from .sources import assigned_names

VERSION = get_version()
_MISSING = object()


@dataclass(frozen=True, slots=True)
class Start:
    """One start of Django: which probe it is, and how it is told of, without the secrets."""

    number: int
    tried: str
    secrets: tuple[str, ...]

    def claim(self, outcomes: list[Outcome]) -> Claim:
        """What came of it."""
        return outcomes[self.number].mine.claim

    def part(self, outcomes: list[Outcome], name: str) -> Mapping[str, Any]:
        """A part of the value; empty when the submission has meddled with it."""
        value = self.claim(outcomes).bare
        part = value.get(name) if isinstance(value, dict) else None
        return part if isinstance(part, dict) else {}

    def stopped(self, outcomes: list[Outcome]) -> Failed | None:
        """The failure, when Django did not start and should have."""
        error = self.claim(outcomes).report.error
        if not error:
            return None
        return self.failed(
            f"Django did not start: {error.type}: {error.message}",
            f"Not yet: the settings raise {error.type}.",
            _place(self.claim(outcomes)),
        )

    def failed(self, words: str, sentence: str, place: Place | None = None) -> Failed:
        """A failure of this start."""
        message = hide(f"{self.tried}. {words}", self.secrets)
        return Failed(message, sentence, place, shown=self.number)


@dataclass(frozen=True, slots=True)
class HasSettings:
    """The settings have these values, to the type of each part; a tuple is as good as a list."""

    title: str
    start: Start
    expected: Mapping[str, Any]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        if failed := self.start.stopped(outcomes):
            return failed
        values = self.start.part(outcomes, "values")
        odd = self.start.part(outcomes, "odd")
        for path, expected in self.expected.items():
            if words := _wrong(path, expected, values, odd):
                return self.start.failed(
                    words, f"Not yet: `{_dotted(path)}` is not as it should be."
                )
        return Passed(f"{self.start.tried}: {_listed(map(_dotted, self.expected))} as expected.")


@dataclass(frozen=True, slots=True)
class Condition:
    """The author's own condition on the settings: True, or a sentence that says what is wrong."""

    title: str
    start: Start
    condition: Callable[[dict[str, Any]], bool | str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        values = dict(self.start.part(outcomes, "values"))
        return self.start.stopped(outcomes) or _holds(self, self.start, values)


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
        return _holds(self, self.start, answer, f"`{self.path}` was asked for")


@dataclass(frozen=True, slots=True)
class Logs:
    """The author's own condition on the lines that log records become."""

    title: str
    start: Start
    number: int
    condition: Callable[[list[list[str]]], bool | str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        if failed := self.start.stopped(outcomes):
            return failed
        value = self.start.claim(outcomes).bare
        logged = value.get("logged") if isinstance(value, dict) else None
        lines = logged[self.number] if isinstance(logged, list) else None
        return _holds(self, self.start, lines)


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


@dataclass(frozen=True, slots=True)
class DeployMessages:
    """`check --deploy` says none of these, or only these."""

    title: str
    start: Start
    none_of: frozenset[str]
    only: Collection[str] | None

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`.

        The security checks are worked out here as well: replacing them there changes nothing.
        """
        if failed := self.start.stopped(outcomes):
            return failed
        found = security_messages(self.start.part(outcomes, "values")) | _claimed(
            self.start.claim(outcomes)
        )
        silenced = self.start.part(outcomes, "values").get("SILENCED_SYSTEM_CHECKS") or []
        bad = [each for each in sorted(found) if self._is_bad(each)]
        if bad:
            first = bad[0]
            quiet = " It is silenced, and still true." if first in silenced else ""
            rest = f" And {len(bad) - 1} more: {', '.join(bad[1:])}." if bad[1:] else ""
            return self.start.failed(
                f"`check --deploy` has {first}: {found[first]}{quiet}{rest}",
                f"Not yet: {_counted(len(bad))} of `check --deploy` to solve.",
            )
        left = ", ".join(sorted(found))
        return Passed(f"{self.start.tried}. `check --deploy` says {left or 'nothing'}.")

    def _is_bad(self, message: str) -> bool:
        return message in self.none_of or (self.only is not None and message not in self.only)


@dataclass(frozen=True, slots=True)
class Refuses:
    """Django does not start, and the error names the variable that is to blame, and no other."""

    title: str
    starts: list[tuple[str, Start]]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        for name, start in self.starts:
            claim = start.claim(outcomes)
            error = claim.report.error
            if not error:
                return start.failed(
                    "Django started all the same. It must stop here, before it serves anybody.",
                    f"Not yet: it starts although `{name}` is not right.",
                )
            told = " ".join([error.message, *(each.text for each in claim.report.output)])
            words = set(re.split(r"\W+", told))
            given: Mapping[str, str] = outcomes[start.number].probe.params["env"]
            others = sorted(words & set(given) - {name})
            if name not in words or others:
                named = f"It names {_listed(others)}" if others else f"It does not name `{name}`"
                return start.failed(
                    f"The error is {error.type}: {error.message or '(no message)'}. {named}; whoever"
                    f" is called at night must read that `{name}` is to blame.",
                    f"Not yet: the error must name `{name}`.",
                    _place(claim),
                )
        names = list(dict.fromkeys(name for name, _ in self.starts))
        return Passed(f"Django did not start, and the error named {_listed(names)}.")


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


class _Conditional(Protocol):
    @property
    def title(self) -> str: ...

    @property
    def condition(self) -> Callable[..., bool | str]: ...


def _holds(rule: _Conditional, start: Start, value: Any, also: str = "") -> Ruling:
    """Whether the author's condition holds; a submission can make any value of any form."""
    try:
        verdict = rule.condition(value)
    except TypeError, LookupError, AttributeError, ValueError, ArithmeticError:
        verdict = "Something is missing, or has another form than expected."
    if verdict is True:
        return Passed(f"{also or start.tried}, and it is as it should be.")
    words = verdict if isinstance(verdict, str) else "That is not as it should be."
    return start.failed(
        f"{also}. {words}" if also else words, f"Not yet: “{rule.title}” does not hold."
    )


def _wrong(
    path: str, expected: Any, values: Mapping[str, Any], odd: Mapping[str, Any]
) -> str | None:
    """What is wrong with one setting, in words without secrets."""
    name, *keys = path.split("__")
    got: Any = values.get(name, _MISSING)
    for key in keys:
        got = got.get(key, _MISSING) if isinstance(got, dict) else _MISSING
    if got is _MISSING:
        return f"`{_dotted(path)}` is {odd.get(name, 'not set')}."
    dotted = _dotted(path)
    found = difference(plain({dotted: _comparable(expected)}), plain({dotted: _comparable(got)}))
    if found is None:
        return None
    if any(map(is_secret, [name, *keys])) or _names_secret(found):
        return f"`{dotted}` is not what it should be."
    return f"{found}."


def _comparable(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _names_secret(found: str) -> bool:
    return any(is_secret(word) for word in re.split(r"\W+", found) if word.isupper())


def _dotted(path: str) -> str:
    return path.replace("__", ".")


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _counted(messages: int) -> str:
    return "one message" if messages == 1 else f"{messages} messages"


def _claimed(claim: Claim) -> dict[str, str]:
    """The messages of the real run; the submission may have made anything of them."""
    value = claim.bare
    messages = value.get("messages") if isinstance(value, dict) else None
    if not isinstance(messages, list):
        return {}
    return {
        str(each.get("id")): str(each.get("text")) for each in messages if isinstance(each, dict)
    }


def _place(claim: Claim) -> Place | None:
    error = claim.report.error
    frame = error.frames[-1] if error and error.frames else None
    return Place(frame.file, frame.line, frame.scope) if frame else None
