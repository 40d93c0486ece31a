def check(expect):
    review = expect.review()
    review.finds(
        "shop/search.py",
        "Order.objects.raw(f",
        "injection",
        title="Sees that SQL is put together from what was typed",
        because="a quote in the words ends the string, and the rest is SQL. Pass it as a parameter.",
    )
    review.finds(
        "shop/search.py",
        "filter(**request.GET",
        ["injection", "leak"],
        title="Sees that a filter is written by the visitor",
        because="the names of the lookups come from outside, and reach every related table.",
    )
    review.finds(
        "shop/orders.py",
        "Order.objects.get(pk=pk)",
        "leak",
        title="Sees whose order it is that is changed",
        because="any signed-in visitor can name any number. Start from the visitor's own orders.",
    )
    review.finds(
        "shop/orders.py",
        "for name, value in request.POST",
        "mass-assignment",
        title="Sees who decides what is changed",
        because="`status` and `customer_id` can be posted as well. Name the fields, or use a form.",
        lines=2,
    )
    review.finds(
        "shop/search.py",
        "for order in found:",
        "n-plus-one",
        title="Sees the query that each row costs",
        because="`order.customer` is fetched for each order. Ask for it with the orders.",
        lines=2,
    )
    review.nothing_else()
