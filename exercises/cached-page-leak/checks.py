def private(seen):
    control = seen.headers.get("Cache-Control", "")
    if "private" in control or "no-store" in control:
        return True
    return f"{seen.step.told}: Cache-Control is {control!r}, so a proxy may hand it to others."


def check(expect):
    cache = expect.cache(data=(40, 611), counted=["sales:bestsellers"])
    mine = cache.visit("/orders/", "customer1")
    theirs = cache.visit("/orders/", "customer2")
    guest = cache.visit("/orders/")
    hello = cache.visit("/", "customer1")
    hello_other = cache.visit("/", "customer2")
    hello_guest = cache.visit("/")
    prices = cache.visit("/prices/", "customer1")
    prices_other = cache.visit("/prices/", "customer2")
    prices_guest = cache.visit("/prices/")

    cache.same_values_as_solution("Nobody sees the orders of somebody else", mine, theirs, guest)
    cache.same_values_as_solution(
        "Each visitor is greeted by their own name", hello, hello_other, hello_guest
    )
    # Two queries tell who is there: the session and the user.
    cache.hits(
        "The best sellers are computed once for all visitors", hello_other, hello_guest, queries=2
    )
    cache.same_values_as_solution("The price list stays as it is", prices)
    cache.hits("The price list stays cached for everybody", prices_other, prices_guest)
    cache.that("The list of orders is marked as private", mine, private)
    cache.that("The page with the greeting is marked as private", hello, private)
