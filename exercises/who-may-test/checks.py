BROKEN = {
    "list-open": "The list showed everybody's orders to every customer.",
    "detail-open": "A customer could read another customer's order.",
    "update-open": "A customer could change another customer's order.",
    "owner-from-body": "A customer could make an order that belongs to somebody else.",
    "anonymous-reads": "Without signing in, one order could be read by its number.",
    "staff-writes": "Staff could change orders, which they may only read.",
}


def check(expect):
    tests = expect.tests("test_orders_api.py", right=["scoped", "by-permission"], broken=BROKEN)
    tests.pass_on_right("Your tests pass on every version that keeps the rules", at_least=3)
    tests.fail_on_each(
        {
            "list-open": "Your tests notice a list that shows too much",
            "detail-open": "Your tests notice an order that others can read",
            "update-open": "Your tests notice an order that others can change",
            "owner-from-body": "Your tests notice an order made for somebody else",
            "anonymous-reads": "Your tests notice a door that is open without signing in",
            "staff-writes": "Your tests notice staff who may do too much",
        }
    )
