BY_IP = {"Host": "10.1.2.3:8000"}
SECRETS = ("db-7.internal", "5432", "OperationalError", "Traceback", "shop_owner")


def check(expect):
    web = expect.http(data=(8, 19))
    probe = web.visitor(called="the balancer")

    def ask(path):
        return probe.get(path, headers=BY_IP).no_header("Set-Cookie").no_header("Location")

    with web.check("Both answer by IP address, over plain http"):
        ask("/livez").status(200)
        ask("/readyz").status(200)

    with web.check("/livez lives without the database"):
        alive = ask("/livez").status(200).queries(at_most=0).keep(alive="text:(?s)^(.*)$")
        web.call("outage.py:begin", doing="The database went away")
        ask("/livez").status(200).queries(at_most=0).contains("{alive}")

    with web.check("/readyz says 503 while the database is away, and 200 when it is back"):
        ask("/readyz").status(503)
        web.call("outage.py:end", doing="The database came back")
        ask("/readyz").status(200).queries(at_most=1)

    with web.check("Neither tells anybody what is behind it"):
        alive.lacks(*SECRETS).header("Cache-Control", "no-store")
        ask("/readyz").lacks(*SECRETS).header("Cache-Control", "no-store")
        web.call("outage.py:begin", doing="The database went away again")
        ask("/readyz").status(503).lacks(*SECRETS).header("Cache-Control", "no-store")
        web.call("outage.py:end", doing="The database came back")

    with web.check("Every other path is protected as before"):
        to_https = "https://shop.example.com/orders/"
        shop = {"Host": "shop.example.com"}
        probe.get("/orders/", headers=shop).status(301).header("Location", to_https)
        probe.get("/orders/", headers=BY_IP).status(400)
        probe.get("/orders/", headers=BY_IP, secure=True).status(400)
        probe.get("/orders/", headers=shop, secure=True).status(200).contains("8 orders")
        probe.get("/livez/secret", headers=shop, secure=True).status(404)
