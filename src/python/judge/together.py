"""Several requirements that are one check."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .ruling import Failed, Outcome, Passed, Requirement, Ruling


@dataclass(frozen=True, slots=True)
class All:
    """Each of them holds; the first that does not says why."""

    title: str
    parts: list[Requirement]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        rulings: list[Passed] = []
        for part in self.parts:
            ruling = part.rule(outcomes)
            if not isinstance(ruling, Passed):
                return _with_exhibits(ruling, rulings) if isinstance(ruling, Failed) else ruling
            rulings.append(ruling)
        return Passed(
            " ".join(each.message for each in rulings),
            measured=next((each.measured for each in reversed(rulings) if each.measured), None),
            exhibits=[exhibit for each in rulings for exhibit in each.exhibits],
        )


def _with_exhibits(failed: Failed, before: list[Passed]) -> Failed:
    shown = [exhibit for each in before for exhibit in each.exhibits]
    return replace(failed, exhibits=[*shown, *failed.exhibits])
