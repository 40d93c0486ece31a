def check(expect):
    expect.predict(
        "nothing_in_it",
        title="Knows what an empty list costs",
        queries_of="none:nothing_in_it",
        at=(100, 5),
        because="Nothing is in an empty list, and a list of None is empty for Django: no query is needed.",
    )
    expect.predict(
        "asked_first",
        title="Knows what becomes of an evaluated queryset",
        queries_of="none:asked_first",
        at=(100, 5),
        because="`if` fetches the rows, and `in` puts the queryset into the next query all the same.",
    )
    expect.predict(
        "by_list",
        title="Knows what Django does with None in a list",
        answer=2,
        unit="rows",
        because="Django takes None out of a list before it writes the SQL.",
    )
    expect.predict(
        "by_queryset",
        title="Knows what NULL does to NOT IN",
        answer=0,
        unit="rows",
        because="The 13 orders without an address put NULLs into the subquery: NOT IN is never true.",
    )
    expect.predict(
        "not_to_germany",
        title="Knows which rows exclude() keeps",
        answer=90,
        unit="rows",
        because="`exclude()` keeps all that `filter()` would not find, orders without an address too.",
    )
    expect.predict(
        "nobody_paid",
        title="Knows what exclude() does over a relation",
        answer=13,
        unit="rows",
        because="Whoever has one paid order is left out; who has no order at all stays.",
    )
