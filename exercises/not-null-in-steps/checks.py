EUROPE = ["AT", "BE", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "SE"]
COUNTRIES = ["DE", "US", "FR", "JP", "SE", "BR", "PT"]
ADD, FILL, REQUIRE = "0002_order_region", "0003_fill_region", "0004_region_required"
ORDERS = [{"number": f"A-{n}", "country": COUNTRIES[n % 7]} for n in range(260)]
OLD_SERVERS = [{"number": f"B-{n}", "country": COUNTRIES[n % 5]} for n in range(40)]
# Set by hand, and not what the country says.
NEW_SERVERS = [{"number": f"C-{n}", "country": "DE", "region": "WW"} for n in range(3)]


def check(expect):
    orders = expect.migration("orders", after="0001_initial", postgres=True)
    orders.rows("Order", ORDERS)
    orders.late_rows("Order", OLD_SERVERS, after=ADD)
    orders.late_rows("Order", NEW_SERVERS, after=ADD, state=ADD)

    orders.others_write(
        ADD, who="a server of the last release", title="After 0002, old servers still insert orders"
    )
    orders.only_catalog(ADD, title="0002 does not read the table under a lock")
    orders.runs("303 orders", title="All three run, with orders that come in between")
    orders.gives("Order", region, title="Each order has its region, and what was set stays")
    orders.batches(FILL, at_most=100, title="0003 changes at most 100 rows in a transaction")
    orders.resumes(
        FILL,
        "Order",
        lambda row: row["region"] is not None,
        after=150,
        title="Stopped half way, 0003 keeps its work and goes on",
    )
    orders.no_drift()
    orders.undone("Order", title="All of it can be undone", later=lambda row: {})


def region(row):
    if row["number"].startswith("C"):
        return {"region": "WW"}
    return {"region": "EU" if row["country"] in EUROPE else "WW"}
