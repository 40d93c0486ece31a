def given_back(seen):
    if seen.slept == 0:
        return True
    return f"The next caller waited {seen.slept:g} seconds, though nobody was computing."


def check(expect):
    target = "figures:compute_revenue"
    cache = expect.cache(data=(40, 733), counted=[target])
    cold = cache.call("dashboard:revenue", 2026)
    warm = cache.call("dashboard:revenue", 2026)
    last_year = cache.call("dashboard:revenue", 2025)
    cache.script("full.py:forget", doing="the figures are thrown out")
    recomputed = cache.call("dashboard:revenue", 2026)
    two = cache.together("dashboard:revenue", 2026)

    cache.same_values_as_solution("Returns the figures of that year", cold, warm, last_year)
    cache.hits("The second look takes no query", warm)
    cache.once("Nobody computes while somebody else does", two, target, during=True)
    cache.same_values_as_solution("Both callers get the figures", two)
    cache.once("One computes, at whichever moment the other comes", two, target)
    cache.that("The lock is given back", recomputed, given_back)
    cache.ttl("Nothing stays in Redis forever, the lock included", cold, at_least=5, at_most=900)
