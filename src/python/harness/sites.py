"""Call sites: queries that came the same way, and the instances that they loaded."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from .places import RawPlace, RawStack
from .routes import Route


class Source:
    """Where instances come from: the rows of a call site, or what was joined to those rows.

    Every instance that is loaded while recording carries one, so that a later query for one of
    its relations can be traced back. Instances of one call site share it: it costs one reference.
    """

    __slots__ = (
        "children",
        "columns",
        "escaped",
        "loaded",
        "parent",
        "reads",
        "site",
        "step",
        "values",
    )

    def __init__(self, site: Site, parent: Source | None = None, step: Step | None = None) -> None:
        self.site = site
        self.parent = parent
        self.step = step
        self.children: list[Source] = []
        # Names of relations that were read from any of the instances.
        self.reads: set[str] = set()
        # The fields whose reading is watched, by attribute: their column, and the name of the field;
        # None when it is not. `values` are the attributes that were read from any of the instances.
        self.columns: dict[str, tuple[str, str]] | None = None
        self.values: set[str] = set()
        # True when instances were pickled or copied: then nobody can say what was read of them.
        self.escaped = False
        # True when there was at least one instance.
        self.loaded = False

    def __reduce__(self) -> tuple[Any, ...]:
        # Should one ever be pickled with a learner's object, nothing is left of it.
        return (type(None), ())


@dataclass(frozen=True, slots=True)
class Step:
    """One relation of a path, by the names that it has in Django."""

    model: str
    # As an attribute and in `prefetch_related`.
    accessor: str
    # In `select_related` and in aggregates.
    query_name: str
    # "one" for foreign keys and both sides of one-to-one, "many", "generic" for GenericForeignKey.
    arity: str
    # The model that it leads to; '' for a generic one.
    target: str
    # The column that it needs in the instance's own row, '' for reverse relations.
    attname: str = ""
    # For the reverse side of a foreign key, the name of that foreign key.
    remote: str = ""
    # The field behind it, whichever its side: "shop.Order.customer".
    relation: str = ""


@dataclass(slots=True)
class Site:
    """Queries of one SQL text, by one way through the learner's code, for one purpose."""

    text: int
    stack: RawStack
    # What Django was asked for: a method of QuerySet or Model, or "single", "generic", "deferred",
    # "prefetch" for what it loads by itself, "raw" where no part of Django's models was involved.
    action: str
    model: Any
    # For relations: which one, from which instances. For deferred fields: the field's name.
    step: Step | None
    field: str
    parent: Source | None
    request: int
    framework: bool
    # For related managers: the relation's descriptor, and a signature of the queryset.
    descriptor: Any
    refined: Any
    alias: str
    writes: bool
    count: int = 0
    seconds: float = 0.0
    queries: list[int] = dataclasses.field(default_factory=list[int])
    values: set[Any] = dataclasses.field(default_factory=set[Any])
    rows: Source | None = None
    # The SQL builder of the first query that loaded instances, its prefetches, and how it was read.
    builder: Any = None
    lookups: tuple[Any, ...] = ()
    chunked: bool = False
    born: RawPlace | None = None
    route: Route | None = None
    route_sought: bool = False
