def check(expect):
    review = expect.review()
    review.finds(
        "shop/reports.py",
        "TAGS = ",
        "stale",
        title="Sees a queryset that outlives its request",
        because="the first visitor fills its cache, and every later one gets that. Use `TAGS.all()`.",
        lines=5,
    )
    review.finds(
        "shop/reports.py",
        "newest.select_related(",
        "too-much",
        title="Sees a table that is joined for nothing",
        because="nobody reads the address. Join the customer alone.",
    )
    review.finds(
        "shop/reports.py",
        "for customer in Customer",
        "n-plus-one",
        title="Sees a filter that goes past the prefetch",
        because="a filter on the relation is a new query for each customer. Filter in a `Prefetch`.",
        lines=3,
    )
    review.finds(
        "shop/reports.py",
        "if not paid.exists():",
        "asks-again",
        title="Sees a question whose answer comes anyway",
        because="the rows are fetched right after it. Test them: `if not slips:`.",
    )
    review.finds(
        "shop/reports.py",
        'slips = paid.only("number")',
        "n-plus-one",
        title="Sees a column that was left out and is read",
        because="the note of each order is loaded with a query of its own. Name it in `only()`.",
        lines=2,
    )
    review.finds(
        "templates/reports/stock.html",
        "{% for product in low %}",
        "n-plus-one",
        title="Sees the query that the template sends for each row",
        because="the category of each product is fetched here. Select it with the products.",
        lines=3,
    )
    review.nothing_else()
