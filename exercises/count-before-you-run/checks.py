def check(expect):
    expect.predict(
        "chained",
        title="Knows what building a queryset costs",
        queries_of="lazy:chained",
        at=(30, 611),
        because="Filters, orderings and slices are written down; nothing is asked for yet.",
    )
    expect.predict(
        "twice",
        title="Knows what the second use of the same object costs",
        queries_of="lazy:twice",
        at=(30, 611),
        because="The first loop fills the cache of that object; the second loop and len() read it.",
    )
    expect.predict(
        "renewed",
        title="Knows which object has the cache",
        queries_of="lazy:renewed",
        at=(30, 611),
        because="`.all()` and `.filter()` return new querysets, whose caches are empty.",
    )
    expect.predict(
        "indexed",
        title="Knows what an index costs",
        queries_of="lazy:indexed",
        at=(30, 611),
        because="While the queryset is not evaluated, each index is a query with LIMIT 1, and keeps nothing.",
    )
    expect.predict(
        "related",
        title="Knows what a related object costs",
        queries_of="lazy:related",
        at=(30, 611),
        because="One for ten orders, and one for the customer of each.",
    )
    expect.predict(
        "shell",
        title="Knows what the shell fetches",
        answer="21",
        because="`repr()` shows 20 rows and fetches one more, to know whether to end in an ellipsis.",
    )
