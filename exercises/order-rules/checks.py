def check(expect):
    orders = expect.models("orders")
    orders.no_issues()
    orders.example("Customer", {"name": "Ada"})
    orders.example("Customer", {"name": "Grace"}, name="another customer")
    orders.example("Product", {"name": "Mug"})
    orders.example("Order", {"number": "A-1", "customer": "@Customer", "status": "draft"})
    orders.example(
        "Line",
        {"order": "@Order", "product": "@Product", "quantity": 3, "unit_price": "9.50"},
    )
    rows(orders)
    deletions(orders)


def rows(orders):
    paid = {"status": "paid", "paid_at": "2026-03-01T09:30:00Z"}
    orders.accepts(
        "Line", {"quantity": 1, "unit_price": "0.00"}, title="One piece, for nothing, is fine"
    )
    orders.refuses(
        "Line",
        {"quantity": 0},
        by="line_quantity_positive",
        title="A line of nothing is refused",
    )
    orders.refuses(
        "Line",
        {"unit_price": "-0.01"},
        by="line_price_not_negative",
        title="A price below zero is refused",
    )
    orders.refuses(
        "Line",
        {"quantity": 1},
        after=[{}],
        by="one_line_per_product",
        title="The same product cannot stand in an order twice",
    )
    orders.refuses(
        "Order",
        {"status": "payed", "paid_at": "2026-03-01T09:30:00Z"},
        by="order_status_known",
        title="A status that nobody knows is refused",
    )
    orders.refuses(
        "Order",
        {"status": "shipped"},
        by="order_paid_has_date",
        title="An order that is no draft has a date of payment",
    )
    orders.accepts("Order", paid, title="A paid order with its date is fine")
    orders.accepts("Order", {**paid, "status": "shipped"}, title="A shipped one as well")
    orders.refuses(
        "Order",
        {"number": "A-2"},
        after=[{}],
        by="one_draft_per_customer",
        title="A second draft of a customer is refused",
    )
    orders.accepts(
        "Order",
        {"number": "A-4", **paid},
        after=[{}, {"number": "A-2", **paid}, {"number": "A-3", "customer": "@another customer"}],
        title="A customer has as many paid orders as they like, beside a draft",
    )


def deletions(orders):
    orders.deletes(
        "Customer",
        beside=["Order", "Line"],
        keeps=["Order", "Line"],
        clears={"Order": "customer_id"},
        title="A customer can leave, and the orders stay",
    )
    orders.protects("Product", beside=["Line"], title="A product that was sold cannot be deleted")
    orders.deletes(
        "Order",
        beside=["Line", "Product", "Customer"],
        keeps=["Product", "Customer"],
        title="An order takes its lines along, and nothing else",
    )
