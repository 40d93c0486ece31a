BROKEN = {
    "customer-per-order": "Each order asked for its customer.",
    "items-per-order": "Each order asked for its items.",
    "product-per-item": "Each item asked for its product.",
    "empty-orders-lost": "Orders without items were missing.",
    "oldest-first": "The oldest order came first.",
    "first-item-only": "Of each order only the first item was listed.",
}


def check(expect):
    tests = expect.tests("test_report.py", right=["three-queries", "two-queries"], broken=BROKEN)
    tests.pass_on_right("Your tests pass on every version that keeps the promise")
    tests.fail_on_each(
        {
            "customer-per-order": "Your tests notice a query for each order's customer",
            "items-per-order": "Your tests notice a query for each order's items",
            "product-per-item": "Your tests notice a query for each item's product",
            "empty-orders-lost": "Your tests notice orders that got lost",
            "oldest-first": "Your tests notice another order of the rows",
            "first-item-only": "Your tests notice items that got lost",
        }
    )
