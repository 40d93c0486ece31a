"""Requirements on the values of settings, and on what happens when they cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from harness.plain import difference, plain

from .ruling import Outcome, Passed, Ruling
from .secrets import is_secret
from .sources import assigned_at
from .starts import Start, holds, place_of

_MISSING = object()


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
                sentence = f"Not yet: `{_dotted(path)}` is not as it should be."
                name = path.partition("__")[0]
                place = assigned_at(outcomes[0].files, self.start.module, name)
                return self.start.failed(words, sentence, place)
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
        return self.start.stopped(outcomes) or holds(self, self.start, values)


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
                    place_of(claim),
                )
        names = list(dict.fromkeys(name for name, _ in self.starts))
        return Passed(f"Django did not start, and the error named {_listed(names)}.")


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
