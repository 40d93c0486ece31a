"""Call sites that are one to a learner: the same lines, the same shape, the same purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .places import RawPlace, RawStack, without_repeats
from .sites import Site, Source, Step

# What loads instances one by one because a relation or a field of theirs was read.
RELATION_ACTIONS = frozenset({"single", "generic", "deferred"})


@dataclass(eq=False, slots=True)
class Group:
    """Sites taken together. `site` is the first of them, and speaks for all."""

    site: Site
    stack: RawStack
    parent: Group | None
    # The joined relations between the parent's rows and the instances that this is about.
    joined: tuple[Step, ...]
    count: int = 0
    queries: list[int] = field(default_factory=list[int])
    values: set[Any] = field(default_factory=set[Any])
    sites: list[Site] = field(default_factory=list[Site])
    # Whether instances that these queries loaded led to more of the same.
    recursive: bool = False

    @property
    def action(self) -> str:
        """What Django was asked for."""
        return self.site.action

    @property
    def place(self) -> RawPlace | None:
        """The line that fired the queries."""
        return self.stack[0] if self.stack else None

    @property
    def is_relation(self) -> bool:
        """Whether these queries follow a relation of instances, or load a field of theirs."""
        return self.action in RELATION_ACTIONS or self.site.descriptor is not None


def group_sites(sites: list[Site], shape_of_text: list[int]) -> list[Group]:
    """Sites in order of appearance, merged; a parent's site always appears before its children's."""
    groups: dict[Any, Group] = {}
    by_site: dict[int, Group] = {}
    for site in sites:
        stack = without_repeats(site.stack)
        parent = by_site.get(id(site.parent.site)) if site.parent else None
        joined = joined_steps(site.parent)
        if parent is not None and _recurs(site, stack, parent):
            # A walk down a tree: each level hangs on the one above, all from the same lines.
            group = parent
            group.sites.append(site)
            group.recursive = True
        else:
            key = (
                shape_of_text[site.text],
                stack,
                site.action,
                site.model,
                site.step,
                site.field,
                id(parent),
                joined,
                site.refined,
                site.request,
            )
            group = groups.setdefault(key, Group(site, stack, parent, joined))
            group.sites.append(site)
        by_site[id(site)] = group
        group.count += site.count
        group.queries.extend(site.queries)
        group.values |= site.values
    return list(groups.values())


def _recurs(site: Site, stack: RawStack, parent: Group) -> bool:
    return (
        site.step is not None
        and site.step == parent.site.step
        and stack[:1] == parent.stack[:1]
        and set(parent.stack) <= set(stack)
        and site.action == parent.action
    )


def joined_steps(source: Source | None) -> tuple[Step, ...]:
    """The relations from the rows of the source's own query down to it."""
    steps: list[Step] = []
    while source is not None and source.parent is not None:
        if source.step is not None:
            steps.append(source.step)
        source = source.parent
    return tuple(reversed(steps))
