import re

import queries

NAMES = ("open_queue", "unfinished", "since_monday", "closed_in_may", "first_closed")


def plans():
    """The steps of each query's plan, without SQLite's own numbers."""
    return {name: steps(getattr(queries, name)) for name in NAMES}


def steps(queryset):
    return [re.sub(r"^[\d ]+", "", line) for line in queryset.explain().splitlines()]
