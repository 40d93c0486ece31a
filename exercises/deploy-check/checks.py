HTTPS = {"Host": "www.shop.example", "X-Forwarded-Proto": "https"}
HTTP = {"Host": "shop.example", "X-Forwarded-Proto": "http"}
PROBE = {"Host": "shop.example"}


def check(expect):
    production = expect.settings(
        "config.settings",
        doing="Production was started",
        env={"SECRET_KEY": "9wE-2nUq7_LrZx4sVb0Kd8Gm-Jt5fCy1hPo6Ai3Tk-Wq7Nz2Dv5B"},
    )
    production.check_messages(
        "`check --deploy` warns of nothing but W005 and W021",
        only=["security.W005", "security.W021"],
    )
    production.that("Only the shop's two hosts are served", two_hosts, reads=["ALLOWED_HOSTS"])
    production.answers("A visitor on HTTP is sent to HTTPS", to_https, "/", headers=HTTP)
    production.answers("A visitor on HTTPS gets the page", page, "/", headers=HTTPS)
    production.answers("The load balancer's question gets a 200", well, "/healthz", headers=PROBE)
    production.answers("HSTS starts small, and spares the feeds", small, "/", headers=HTTPS)


def two_hosts(settings):
    hosts = settings["ALLOWED_HOSTS"]
    if set(hosts) == {"shop.example", "www.shop.example"}:
        return True
    return (
        f"`ALLOWED_HOSTS` is {hosts!r}: name `shop.example` and `www.shop.example`, nothing else."
    )


def to_https(answer):
    if answer["status"] in (301, 302, 307, 308):
        to = answer["headers"]["location"]
        return to == "https://shop.example/" or f"It was sent to {to}."
    return f"It came over HTTP, and got {answer['status']} instead of a redirect."


def page(answer):
    if answer["status"] == 200:
        return True
    if "location" in answer["headers"]:
        return (
            "The visitor is on HTTPS already, and is redirected to HTTPS again, without end:"
            " Django does not believe the load balancer's header."
        )
    return f"It got {answer['status']}, not 200."


def well(answer):
    return answer["status"] == 200 or (
        f"It got {answer['status']}, not 200: the load balancer takes this server out of service."
    )


def small(answer):
    header = answer["headers"].get("strict-transport-security")
    if header is None:
        return "There is no `Strict-Transport-Security` header."
    parts = [part.strip().lower() for part in header.split(";")]
    if "includesubdomains" in parts or "preload" in parts:
        return f"The header is `{header}`: the feeds have no certificate, and would be gone."
    (age,) = (int(part.removeprefix("max-age=")) for part in parts)
    if age > 86_400:
        return f"The header is `{header}`: that cannot be taken back for {age // 86_400:,} days."
    return age > 0 or f"The header is `{header}`: that switches HSTS off."
