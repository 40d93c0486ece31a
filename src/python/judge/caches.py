"""`expect.cache`: what is asked of the cache, step by step."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from harness.exhibits import CacheEvent, CacheExhibit, CacheMeeting, CacheStep
from harness.request import Seed

from .ruling import Outcome
from .scenario import Scenario, Seen, Step, call_of, called, seen, where

type Event = dict[str, Any]

MAX_KEY = 60
# Of one step, that are shown.
MAX_EVENTS = 200

# "orders:top:3", "v2.menu": a name of its own before what varies.
_NAMED = re.compile(r"[A-Za-z][\w-]*[:.]")


class Cached(Scenario):
    """A scenario of calls, visits, writes and waits around the cache."""

    def __init__(self, seed: Seed, counted: Sequence[str]) -> None:
        super().__init__("cache", seed, counted)

    def write(
        self,
        function: str,
        *args: Any,
        reader: tuple[str, Any],
        rolled_back: bool = False,
        **kwargs: Any,
    ) -> Step:
        """Call what writes; `reader`, a function and its arguments, reads wherever somebody else could."""
        told = f"{called(function, args, kwargs)}, with others reading meanwhile"
        return self.add(
            f"{told}, rolled back" if rolled_back else told,
            do="write",
            call=call_of(function, args, kwargs),
            reader=call_of(reader[0], reader[1:], {}),
            rolled_back=rolled_back,
        )

    def together(self, function: str, *args: Any) -> Step:
        """Two callers find an empty cache, the second one at each moment of the first in turn."""
        return self.add(
            f"two callers of {called(function, args, {})} at once, the cache empty",
            do="together",
            call=call_of(function, args, {}),
        )

    def hits(self, title: str, *steps: Step, queries: int = 0) -> None:
        """Demand that these steps come from the cache."""

        def hit(each: Seen) -> str | None:
            if missed := [event for event in gets(each) if not event["hit"]]:
                return f"The key {missed[0]['key']!r} was a miss; it should be there."
            if not gets(each):
                return "Nothing was asked of the cache."
            if each.queries > queries:
                return f"It came from the cache, and still took {_queries(each.queries)}."
            return None

        praise = "Found in the cache"
        self.each(
            title,
            steps,
            hit,
            f"{praise}, with {_queries(queries)} at most." if queries else f"{praise}, no query.",
        )

    def misses(self, title: str, *steps: Step) -> None:
        """Demand that these steps ask the cache in vain, and put something there."""

        def miss(each: Seen) -> str | None:
            if not gets(each) and not stored(each):
                return "Nothing was asked of the cache, and nothing put there."
            if all(event["hit"] for event in gets(each)):
                return "That was a hit, and nothing could be there for it."
            return None if stored(each) else "It was a miss, and nothing was put into the cache."

        self.each(title, steps, miss, "Not there at first, and kept from then on.")

    def ttl(self, title: str, *steps: Step, at_least: float, at_most: float) -> None:
        """Demand that whatever is stored in these steps, if anything, ends between so many seconds."""

        def lives(each: Seen) -> str | None:
            for event in stored(each):
                ttl = event["ttl"]
                if ttl is None:
                    return f"The key {event['key']!r} is kept forever; {at_most:,} seconds at most pass."
                if not at_least <= ttl <= at_most:
                    return (
                        f"The key {event['key']!r} is kept for {ttl:g} seconds; "
                        f"{at_least:,} to {at_most:,} pass."
                    )
            return None

        self.each(title, steps, lives, f"Kept for {at_least:,} to {at_most:,} seconds.")

    def named_keys(self, title: str, *steps: Step) -> None:
        """Demand that keys begin with a name: `prices:3`, never `3`."""

        def named(each: Seen) -> str | None:
            keys = [event["key"] for event in each.facts["events"] if event["operation"] != "clear"]
            odd = [key for key in keys if not _NAMED.match(key)]
            return f"The key {odd[0]!r} does not say what it belongs to." if odd else None

        self.each(title, steps, named, "Each key begins with a name.")

    def different_keys(self, title: str, one: Step, other: Step) -> None:
        """Demand that two steps do not put their values at one place."""

        def rule(outcome: Outcome) -> str | None:
            every = seen(outcome, self.steps)
            first = {event["key"] for event in stored(every[one.number])}
            both = sorted(first & {event["key"] for event in gets(every[other.number])})
            if not both:
                return None
            return f"{one.told} and {other.told} share the key {both[0]!r}."

        self.demand(title, rule, "Two keys for two things.")

    def once(self, title: str, step: Step, function: str, *, during: bool = False) -> None:
        """Demand that two callers together call a counted function once: while it runs, or always."""

        def rule(outcome: Outcome) -> str | None:
            meetings = seen(outcome, self.steps)[step.number].facts["meetings"]
            wanted = [each for each in meetings if not during or each["moment"] == function]
            if not wanted:
                return f"`{function.partition(':')[2]}()` was never called, so nobody computed anything."
            for each in wanted:
                times = each["calls"][function]
                if times != 1:
                    return (
                        f"The second caller came just before “{_moment(each['moment'])}” of the first: "
                        f"`{function.partition(':')[2]}()` ran {times} times, and once is enough."
                    )
            return None

        name = function.partition(":")[2]
        self.demand(title, rule, f"`{name}()` ran once for both callers.")

    def each(
        self, title: str, steps: Sequence[Step], rule: Callable[[Seen], str | None], praise: str
    ) -> None:
        """Demand the same of several steps."""

        def rule_all(outcome: Outcome) -> str | None:
            if hidden := outcome.queries - outcome.mine.claim.report.query_count:
                return f"{_queries(hidden)} went past Django, where nobody counts them."
            every = seen(outcome, self.steps)
            for step in steps:
                if wrong := rule(every[step.number]):
                    return where(step, self.steps) + wrong
            return None

        self.demand(title, rule_all, praise)

    def exhibit(self, outcome: Outcome) -> CacheExhibit:
        """Each step with its keys, hits and misses."""
        steps = [
            CacheStep(
                each.step.told,
                each.queries,
                [_event(event) for event in each.facts["events"][:MAX_EVENTS]],
                [_meeting(meeting) for meeting in each.facts["meetings"]],
            )
            for each in seen(outcome, self.steps)
        ]
        return CacheExhibit("Cache", steps)


def gets(each: Seen) -> list[Event]:
    """What was looked up in a step."""
    return [event for event in each.facts["events"] if event["operation"] == "get"]


def stored(each: Seen) -> list[Event]:
    """What was put into the cache in a step, locks included."""
    return [event for event in each.facts["events"] if event.get("stored")]


def _short(key: str) -> str:
    """Django's own keys are longer than a table is wide; their beginnings and their ends tell."""
    return key if len(key) <= MAX_KEY else f"{key[: MAX_KEY // 2]}…{key[-MAX_KEY // 2 :]}"


def _event(event: Event) -> CacheEvent:
    what = str(event["operation"]), _short(str(event["key"])), str(event["who"])
    match event:
        case {"hit": hit}:
            return CacheEvent(*what, "hit" if hit else "miss", "")
        case {"stored": False}:
            return CacheEvent(*what, "refused", "taken already")
        case {"stored": _, "ttl": None}:
            return CacheEvent(*what, "stored", "forever")
        case {"stored": _, "ttl": ttl}:
            return CacheEvent(*what, "stored", f"for {ttl:g} s")
        case _:
            return CacheEvent(*what, "other", "")


def _meeting(meeting: dict[str, Any]) -> CacheMeeting:
    return CacheMeeting(_moment(str(meeting["moment"])), int(sum(meeting["calls"].values())))


def _moment(name: str) -> str:
    return f"{name.partition(':')[2]}()" if " " not in name and ":" in name else name


def _queries(count: int) -> str:
    return "1 query" if count == 1 else f"{count:,} queries"
