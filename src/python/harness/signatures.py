"""What was done to a queryset, beyond what its relation does by itself."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from functools import cache
from typing import Any

from django.db.models.manager import BaseManager


def signature_of(queryset: Any) -> Any:
    """What the learner did to the queryset of a related manager; None when that is nothing."""
    query = getattr(queryset, "query", None)
    if query is None or getattr(query, "where", None) is None:
        return None  # a manager, or raw SQL
    return (
        len(query.where.children),
        query.is_sliced,
        query.distinct,
        bool(query.order_by or query.extra_order_by) or not query.standard_ordering,
        tuple(query.annotations),
        bool(query.extra),
        bool(query.select_related),
        bool(query.deferred_loading[0]),
        queryset._fields is not None,
        query.combinator is not None,
        bool(queryset._prefetch_related_lookups),
    )


@cache
def plain(descriptor: Any) -> Any:
    """The signature of a relation's own queryset, with what the manager's `get_queryset` adds."""
    rel = descriptor.rel
    backwards = getattr(descriptor, "reverse", True) and not rel.field.one_to_many
    manager = (rel.related_model if backwards else rel.model)._default_manager
    if type(manager).get_queryset is BaseManager.get_queryset:
        queryset = manager._queryset_class(model=manager.model)
    else:
        # The learner's code, run once more to compare with: nothing that it prints is theirs.
        with redirect_stdout(io.StringIO()):
            queryset = manager.get_queryset()
    first, *others = signature_of(queryset)
    # A GenericRelation filters by content type and by id, the others by one condition.
    return (first + (2 if rel.field.one_to_many else 1), *others)
