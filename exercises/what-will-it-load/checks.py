def check(expect):
    expect.predict(
        "prices",
        title="Knows what touching two deferred fields costs",
        queries_of="loads:prices",
        at=(30, 911),
        because="One for five products, and then one for each field of each product that was left out.",
    )
    expect.predict(
        "names",
        title="Knows which columns only() loads",
        answer="id and name",
        because="The primary key always comes along: without it, nothing could be loaded later.",
    )
    expect.predict(
        "accounts",
        title="Knows what a Prefetch without its key costs",
        queries_of="loads:accounts",
        at=(30, 911),
        because="Two, and one for each customer, whose `user_id` says which user it belongs to.",
    )
    expect.predict(
        "shelf",
        title="Knows what values() across a relation costs",
        queries_of="loads:shelf",
        at=(30, 911),
        because="The name of the category comes by a join, in the same rows.",
    )
    expect.predict(
        "instances",
        title="Knows what values() makes",
        answer="none",
        because="Its rows are dicts. No instance is made.",
    )
    expect.predict(
        "sold_out",
        title="Knows which rows a condition in Python needs",
        answer="every product",
        because="Python can only look at rows that have come already.",
    )
