def check(expect):
    def question(name, *args, at):
        call = expect.call(f"desk:{name}", *args, at=at, of="orders")
        call.same_result_as_solution(f"{name}() returns what it did")
        return call

    # The only order of the second is no draft.
    drafts = question("has_drafts", at=[(120, 4021), (1, 3)])
    drafts.queries(at_most=1, title="has_drafts() asks once")
    drafts.fetches(at_most_rows=1, title="has_drafts() fetches at most 1 row")

    paid = question("how_many_paid", at=[(240, 977)])
    paid.queries(at_most=1, title="how_many_paid() asks once")
    paid.fetches(at_most_rows=1, title="how_many_paid() fetches at most 1 row")

    packing = question("packing_list", "paid", at=[(120, 4021)])
    packing.queries(at_most=1, title="packing_list() asks once")
    packing.fetches(at_most_rows="returned", title="packing_list() fetches what it returns")

    shipped = question("on_their_way", at=[(240, 977)])
    shipped.queries(at_most=1, title="on_their_way() asks once")
    # Whatever the seed, fewer than half of the 240 are shipped.
    shipped.fetches(at_most_rows=100, title="on_their_way() fetches what it returns")

    newest = question("newest", 2, at=[(120, 4021)])
    newest.queries(at_most=1, title="newest() asks once")
    newest.fetches(at_most_rows=1, title="newest() fetches at most 1 row")

    page = question("first_page", "delivered", at=[(240, 977)])
    page.queries(at_most=2, title="first_page() asks at most twice")
    page.fetches(at_most_rows=11, title="first_page() fetches ten rows and a number")

    none = expect.call("desk:packing_list", "lost", at=[(30, 12)], of="orders, none of them lost")
    none.same_result_as_solution("packing_list() says when there is nothing to pack")
    nobody = expect.call("desk:newest", 999, at=[(30, 12)], of="orders, none of customer 999")
    nobody.same_result_as_solution("newest() returns None for who has not ordered")
