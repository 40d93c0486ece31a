"""Requirements on what `check --deploy` says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from harness.claim import Claim

from .deploy import security_messages
from .ruling import Outcome, Passed, Ruling
from .starts import Start


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
