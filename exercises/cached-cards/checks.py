def check(expect):
    cache = expect.cache(data=(40, 2024), counted=["cards:compute_card"])
    card = "catalog:product_card"
    first = cache.call(card, 3, "FR")
    again = cache.call(card, 3, "FR")
    abroad = cache.call(card, 3, "DE")
    other = cache.call(card, 4, "FR")
    missing = cache.call(card, 9999, "FR")
    missing_again = cache.call(card, 9999, "FR")
    cache.restart()
    elsewhere = cache.call(card, 3, "FR")
    cache.write("catalog:change_price", 3, "42.00", reader=(card, 3, "DE"))
    priced = [cache.call(card, 3, country) for country in ("FR", "DE")]
    cache.write("catalog:restock", 4, 0, reader=(card, 4, "FR"))
    sold_out = cache.call(card, 4, "FR")
    cache.write("catalog:change_price", 4, "1.00", reader=(card, 4, "FR"), rolled_back=True)
    kept = cache.call(card, 4, "FR")

    cache.same_values_as_solution(
        "Each product and each country gets its own card", first, again, abroad, other, missing
    )
    cache.hits("The second look takes no query", again)
    cache.hits("Another process takes no query either", elsewhere)
    cache.hits("A product that is not for sale is remembered, too", missing_again)
    cache.same_values_as_solution("No old card after a change", *priced, sold_out)
    cache.same_values_as_solution("A change that is rolled back changes no card", kept)
    cache.named_keys("Each key says what it belongs to", first, abroad, other)
    cache.ttl(
        "Cards are kept for a minute at least, a day at most",
        *(first, abroad),
        at_least=60,
        at_most=86400,
    )
