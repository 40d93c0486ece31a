BEHIND = "10.0.0.1"


def check(expect):
    web = expect.http(data=(10, 61), setup="world.py:accounts")
    nobody = web.anonymous

    def sign_in(username, address, password="wrong", made_up=""):
        about = f"{username} from {address}"
        headers = {"X-Forwarded-For": f"{made_up}{address}"}
        body = {"username": username, "password": password}
        return nobody.post("/login/", json=body, headers=headers, address=BEHIND, about=about)

    with web.check("Views that say nothing about permission are closed"):
        nobody.get("/reports/stock/").status(401, 403)
        nobody.get("/reports/sales/").status(401, 403)
        web.user("anna", called="Anna").get("/reports/stock/").status(200)
        web.user("anna", called="Anna").get("/reports/sales/").status(200)

    with web.check("Status and login are open to everybody"):
        nobody.get("/status/").status(200).json({"status": "ok"})
        sign_in("anna", "198.51.100.1", "right").status(200).json({"user": "anna"})
        sign_in("anna", "198.51.100.2").status(400)

    with web.check("The fourth login in a minute from one address is refused"):
        for number in range(3):
            sign_in(f"somebody{number}", "203.0.113.7").status(400)
        sign_in("somebody3", "203.0.113.7").status(429).header("Retry-After")

    with web.check("A made-up X-Forwarded-For does not help"):
        for number in range(3):
            sign_in(f"person{number}", "203.0.113.8", made_up=f"192.0.2.{number}, ").status(400)
        sign_in("person3", "203.0.113.8", made_up="192.0.2.99, ").status(429)

    with web.check("Nobody else is held up"):
        sign_in("stella", "198.51.100.77").status(400)
        for _ in range(5):
            nobody.get(
                "/status/", address=BEHIND, headers={"X-Forwarded-For": "203.0.113.7"}
            ).status(200)

    with web.check("One account is limited, from wherever the attempts come"):
        for number in range(3):
            sign_in("bruno", f"198.51.100.{20 + number}").status(400)
        sign_in("bruno", "198.51.100.30").status(429).header("Retry-After")
        sign_in("bruno", "198.51.100.31", "right").status(429)

    with web.check("After a minute everybody may try again"):
        web.call("world.py:a_minute_later", doing="A minute passed")
        sign_in("bruno", "198.51.100.31", "right").status(200)
        sign_in("somebody4", "203.0.113.7").status(400)
