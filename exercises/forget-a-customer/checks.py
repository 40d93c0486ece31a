def nowhere(value):
    traces = value["traces"]
    return not traces or f"Still to be found: {', '.join(traces)}."


def nobody_else(value):
    return not value["others"] or f"Changed as well: {', '.join(value['others'])}."


def same(before, after, what):
    def rule(value):
        if value[before] == value[after]:
            return True
        return f"{what}: before {value[before]}, afterwards {value[after]}."

    return rule


def none_left(key, what):
    return lambda value: value[key] == 0 or f"{value[key]} {what} left."


def check(expect):
    forgotten = expect.script(
        "people.py:forget_two", doing="Two customers were forgotten", data=(30, 512)
    )
    forgotten.that(
        "The books are kept, to the cent",
        same("books before", "books after", "Order, status, date, sum"),
    )
    forgotten.that(
        "Each order still says to which country it went",
        same("countries before", "countries after", "Orders and countries"),
    )
    forgotten.that("No table holds a trace of the person", nowhere)
    forgotten.that("Drafts are deleted", none_left("drafts", "drafts are"))
    forgotten.that("Reviews are deleted", none_left("reviews", "reviews are"))
    forgotten.that(
        "Addresses that no order needs are deleted", none_left("loose addresses", "addresses are")
    )
    forgotten.that(
        "Nobody can sign in as this person", none_left("open doors", "ways to sign in are")
    )
    forgotten.that("All sessions are ended", none_left("sessions", "sessions are"))
    forgotten.that("The cached profile is gone", none_left("profiles", "profiles are"))
    forgotten.that("Nobody else is touched", nobody_else)
    forgotten.that("A second call does no harm", lambda value: value["again"] or True)
