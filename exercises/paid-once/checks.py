HOOK = "/webhooks/payments/"


def check(expect):
    web = expect.http(data=(8, 43), setup="world.py:orders")
    provider = web.visitor(called="the provider", csrf=True)

    def send(id, about="", order="{first}", **how):
        made = ("world.py:event", {"id": id, "order": order, **how})
        return provider.post(HOOK, made=made, about=about or id)

    def booked(*payments):
        web.call("world.py:payments", doing="The payments in the database").equals(list(payments))

    first = ["{first}", "12.50", "paid"]
    with web.check("A signed event books its payment"):
        send("evt_1").status(200)
        booked(first)
        send("evt_2", "indented JSON", order="{second}", amount="7.00", indent=2).status(200)
        second = ["{second}", "7.00", "paid"]
        booked(first, second)

    with web.check("What the provider did not sign is refused"):
        send("evt_3", "signed with a guessed secret", secret="guessed").status(400)
        send("evt_3", "changed on the way", swap=("12.50", "0.01")).status(400)
        send("evt_3", "another time than the signed one", later=100).status(400)
        for header in ("", "nonsense", "t=,v1=", "t=soon,v1=00", "v1=00", "t=1²,v1=é"):
            send("evt_3", f"the header “{header}”", header=header).status(400)
        provider.post(HOOK, json={"id": "evt_3"}, about="no header").status(400)
        provider.get(HOOK).status(405)
        booked(first, second)

    with web.check("An old event is refused, however well it is signed"):
        send("evt_4", "an hour old", age=3600).status(400)
        send("evt_4", "an hour ahead", age=-3600).status(400)
        booked(first, second)
        send("evt_4", "200 seconds old", order="{third}", age=200).status(200)
        third = ["{third}", "12.50", "paid"]
        booked(first, second, third)

    with web.check("The same event counts once"):
        send("evt_1", "evt_1 again").status(200)
        send("evt_1", "evt_1 once more", age=30).status(200)
        booked(first, second, third)

    with web.check("After a crash nothing stays, and the retry counts"):
        web.call("world.py:crash_once", doing="The next booking breaks halfway")
        send("evt_5", order="{fourth}").status(500)
        booked(first, second, third)
        send("evt_5", "evt_5 again", order="{fourth}").status(200)
        fourth = ["{fourth}", "12.50", "paid"]
        booked(first, second, third, fourth)

    with web.check("Another event for the same order counts, another type does not"):
        send("evt_6", order="{second}", amount="7.00").status(200)
        send("evt_7", type="payment.delayed").status(200)
        send("evt_8", type="customer.renamed", order=None).status(200)
        booked(first, second, third, fourth, second)
