def check(expect):
    web = expect.http(data=(14, 5021), setup="world.py:two_customers")
    anna, bruno = web.user("{anna}", called="Anna"), web.user("{bruno}", called="Bruno")

    with web.check("Each customer lists exactly their own orders"):
        anna.get("/orders/").status(200).same_as_solution().queries(at_most=4)
        bruno.get("/orders/").status(200).same_as_solution()

    with web.check("The orders of others cannot be found, on any path"):
        anna.get("/orders/{of_bruno}/").status(404)
        anna.patch("/orders/{of_bruno}/", json={"note": "Leave it with me."}).status(404)
        anna.post("/orders/{of_bruno}/cancel/").status(404)
        anna.delete("/orders/{of_bruno}/").status(404)
        bruno.get("/orders/{of_anna}/").status(404)

    with web.check("A new order belongs to the caller, whatever the body says"):
        body = {"customer": "{customer_bruno}", "shipping_address": "{address_anna}", "note": "New"}
        anna.post("/orders/", json=body).status(201).keep(made="id")
        web.call(
            "world.py:owner", doing="The new order's customer and address", pk="{made}"
        ).equals(["{customer_anna}", "{address_anna}"])

    with web.check("An update does not give an order away"):
        anna.patch("/orders/{of_anna}/", json={"customer": "{customer_bruno}"}).status(200, 400)
        web.call("world.py:owner", doing="The order's customer and address", pk="{of_anna}").equals(
            ["{customer_anna}", "{address_anna}"]
        )

    with web.check("An order ships only to an address of the caller"):
        theirs = {"shipping_address": "{address_bruno}"}
        anna.post("/orders/", json=theirs).status(400)
        anna.patch("/orders/{of_anna}/", json=theirs).status(400)
        anna.put("/orders/{of_anna}/", json={**theirs, "note": ""}).status(400)

    with web.check("Customers still change and cancel their own orders"):
        anna.patch("/orders/{of_anna}/", json={"note": "Ring twice."}).status(
            200
        ).same_as_solution()
        anna.patch("/orders/{of_anna}/", json={"shipping_address": None}).status(200)
        anna.post("/orders/{of_anna}/cancel/").status(200).same_as_solution()
        web.call("world.py:orders", doing="The orders in the database").same_as_solution()

    with web.check("Staff get an empty list, and nobody else gets one"):
        web.user("{staff}", called="Stella, who is no customer").get("/orders/").status(200).json(
            []
        )
        web.anonymous.get("/orders/").status(401, 403)
        web.anonymous.post("/orders/{of_anna}/cancel/").status(401, 403)
