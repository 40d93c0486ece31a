BROKEN = {
    "limit-excluded": "An order of exactly 50.00 got no discount.",
    "half-cent-down": "Half a cent of discount was rounded down.",
    "shipping-before-discount": "Shipping was free for a sum that the discount had brought below 100.00.",
    "stock-not-saved": "The product's stock never went down in the database.",
    "refused-but-added": "An item that was out of stock was added all the same.",
}


def check(expect):
    tests = expect.tests("test_pricing.py", right=["plain", "in-the-database"], broken=BROKEN)
    tests.pass_on_right("Your tests pass on every version that works", at_least=2)
    tests.fail_on_each(
        {
            "limit-excluded": "Your tests notice a discount that begins too late",
            "half-cent-down": "Your tests notice wrong rounding",
            "shipping-before-discount": "Your tests notice shipping that is free too early",
            "stock-not-saved": "Your tests notice stock that is not saved",
            "refused-but-added": "Your tests notice what a refusal leaves behind",
        }
    )
