TICKETS = "desk_ticket"
DATA = [(300, 23)]


def check(expect):
    tables(expect.models("desk"))
    plans(expect)
    indexes = expect.script(
        "indexes.py:indexes", doing="Both databases' indexes were counted", data=(10, 1)
    )
    indexes.that("PostgreSQL keeps 4 indexes besides the primary key", few("postgres"))
    indexes.that("SQLite has no more than those", few("sqlite"))


def few(database):
    def at_most_4(indexes):
        names = indexes[database]
        return len(names) <= 4 or f"There are {len(names)}: {', '.join(names)}."

    return at_most_4


def tables(desk):
    """What the indexes must not cost: the number stays unique, the keys stay keys."""
    for name in ("customer", "agent"):
        desk.field("Ticket", name, type="ForeignKey", title=f"`{name}` is still a foreign key")
    desk.example("Agent", {"name": "Ada"})
    desk.example("Customer", {"name": "Grace", "email": "grace@example.com"})
    desk.example("Customer", {"name": "Lin", "email": "lin@example.com"}, name="another customer")
    desk.example(
        "Ticket",
        {
            "number": "HD-1",
            "customer": "@Customer",
            "agent": "@Agent",
            "subject": "Cannot sign in",
            "opened_at": "2026-05-04T09:30:00Z",
        },
    )
    desk.accepts("Ticket", {"number": "HD-2"}, after=[{}], title="Another number is fine")
    desk.refuses(
        "Ticket",
        {"customer": "@another customer"},
        after=[{}],
        by=None,
        title="Two tickets cannot have the same number",
    )


def plans(expect):
    """All five queries search; two of them get their rows in order."""
    for name, args, in_order in (
        ("by_number", ["HD-000012"], False),
        ("queue", [], True),
        ("waiting", [], False),
        ("of_customer", [3], True),
        ("of_agent", [2], False),
    ):
        call = expect.call(f"queries:{name}", *args, at=DATA, of="tickets")
        title = (
            "finds its rows in order, by an index"
            if in_order
            else "searches for its rows by an index"
        )
        call.searches(TICKETS, f"`{name}()` {title}", sorts=not in_order)
