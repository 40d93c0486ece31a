SITE = {"Host": "shop.example.com", "X-Forwarded-Proto": "https"}
OURS = {**SITE, "Origin": "https://shop.example.com"}
TOKEN = 'text:name="csrfmiddlewaretoken" value="([^"]+)"'


def check(expect):
    web = expect.http(data=(10, 87), setup="world.py:office")
    clerk = web.user("clerk", called="the clerk", csrf=True)

    def unchanged():
        web.call("world.py:status", doing="The order's status and note", pk="{order}").equals(
            ["paid", ""]
        )

    with web.check("Only who may change orders gets to the form"):
        clerk.get("/orders/{order}/cancel/", headers=SITE).status(200).contains("{number}")
        for user, who in (
            ("{customer}", "a customer"),
            ("trainee", "staff without the permission"),
        ):
            other = web.user(user, called=who)
            other.get("/orders/{order}/cancel/", headers=SITE).status(403)
            other.post("/orders/{order}/cancel/", form={"reason": "Hm"}, headers=SITE).status(403)
        nobody = web.anonymous
        to_login = "/login/?next=/orders/{order}/cancel/"
        nobody.get("/orders/{order}/cancel/", headers=SITE).status(302).header("Location", to_login)
        nobody.post("/orders/{order}/cancel/", form={"reason": "Hm"}, headers=SITE).status(302)
        unchanged()

    with web.check("A form from elsewhere is refused"):
        page = clerk.get("/orders/{order}/cancel/", headers=SITE)
        page.keep(token=TOKEN).that(
            lambda got: "csrfmiddlewaretoken" in got.text or "shows a form without a token"
        )
        sent = {"reason": "Hm", "csrfmiddlewaretoken": "{token}"}
        clerk.post("/orders/{order}/cancel/", form={"reason": "Hm"}, headers=OURS).status(403)
        for origin in ("https://evil.example.net", "https://evil.example.com", "null"):
            headers = {**SITE, "Origin": origin}
            clerk.post("/orders/{order}/cancel/", form=sent, headers=headers).status(403)
        unchanged()

    with web.check("A reason is needed"):
        empty = {"reason": "", "csrfmiddlewaretoken": "{token}"}
        clerk.post("/orders/{order}/cancel/", form=empty, headers=OURS).status(200).contains(
            "required"
        )
        unchanged()

    with web.check("The clerk cancels an order through the proxy"):
        done = clerk.post("/orders/{order}/cancel/", form=sent, headers=OURS)
        done.status(302).header("Location", "/orders/").queries(at_most=8)
        web.call("world.py:status", doing="The order's status and note", pk="{order}").equals(
            ["canceled", "Hm"]
        )
