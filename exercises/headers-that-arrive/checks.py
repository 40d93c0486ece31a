from html.parser import HTMLParser


def check(expect):
    site = expect.settings("config.settings", doing="The site was started")
    site.known_settings_only(
        "There is no setting that Django ignores",
        prefixes=["CSP_", "SECURE_", "SESSION_", "CSRF_", "X_"],
    )
    site.answers("Pages arrive with a Content Security Policy", has_policy, "/", secure=True)
    site.answers("The policy lets the page's own scripts run", scripts_run, "/add/", secure=True)
    site.answers("Each page has a nonce of its own", fresh_nonce, "/", "/", secure=True)
    site.answers("No page may be framed, and the defaults are there", defaults, "/", secure=True)
    site.answers("The session cookie is safe on its way", safe_cookie, "/add/", secure=True)
    site.answers(
        "The session ends 30 minutes after the last visit", slides, "/add/", "/", secure=True
    )


def policy(answer):
    """The directives and their sources; None without a header."""
    header = answer["headers"].get("content-security-policy")
    if header is None:
        return None
    parts = [part.split() for part in header.split(";") if part.strip()]
    return {name.lower(): sources for name, *sources in parts}


def has_policy(answer):
    rules = policy(answer)
    if rules is None:
        if "content-security-policy-report-only" in answer["headers"]:
            return "The policy is only reported: browsers stop nothing yet."
        return "There is no `Content-Security-Policy` header."
    if rules.get("default-src") not in (["'self'"], ["'none'"]):
        return f"`default-src` is {rules.get('default-src')}: it should be `'self'`."
    scripts = rules.get("script-src", rules["default-src"])
    for source in scripts:
        if source != "'self'" and not source.startswith("'nonce-") and source != "'strict-dynamic'":
            return f"Scripts may come from `{source}`: only `'self'` and a nonce are asked for."
    return True


class Page(HTMLParser):
    """The scripts and the handlers of a page."""

    def __init__(self, text):
        super().__init__()
        self.inline, self.handlers, self.sources = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        given = dict(attrs)
        if tag == "script" and "src" in given:
            self.sources.append(given["src"])
        elif tag == "script":
            self.inline.append(given.get("nonce") or "")


def scripts_run(answer):
    rules = policy(answer)
    if rules is None:
        return "There is no policy yet."
    scripts = rules.get("script-src", rules["default-src"])
    page = Page(answer["body"])
    if page.handlers:
        return f"`{page.handlers[0]}=` is inline code that no nonce covers: browsers refuse it."
    if "/static/basket.js" not in page.sources or "'self'" not in scripts:
        return "`/static/basket.js` does not load any more."
    if not page.inline and not page.sources[1:]:
        return "The page has lost its script."
    for nonce in page.inline:
        if f"'nonce-{nonce}'" not in scripts:
            return f"A script has the nonce {nonce!r}, and the header allows {' '.join(scripts)}."
    if "location.reload" not in answer["body"] and not page.sources[1:]:
        return "The button does not reload any more."
    return True


def fresh_nonce(answer):
    def nonces(one):
        scripts = (policy(one) or {}).get("script-src", [])
        return {source for source in scripts if source.startswith("'nonce-")}

    if policy(answer) is None:
        return "There is no policy yet."
    first, second = nonces(answer["before"][0]), nonces(answer)
    if first & second:
        return f"Two pages came with the same nonce, {min(second)}: whoever has seen one knows it."
    return True


def defaults(answer):
    wanted = {
        "x-frame-options": ("deny",),
        "x-content-type-options": ("nosniff",),
        "referrer-policy": (
            "same-origin",
            "no-referrer",
            "strict-origin",
            "strict-origin-when-cross-origin",
        ),
    }
    for name, allowed in wanted.items():
        got = answer["headers"].get(name)
        if name == "x-frame-options" and (policy(answer) or {}).get("frame-ancestors") == [
            "'none'"
        ]:
            continue
        if got is None or got.lower() not in allowed:
            return f"`{name}` is {got!r}; expected {allowed[0]!r}."
    return True


def safe_cookie(answer):
    cookie = answer["cookies"]["sessionid"]
    if not cookie["secure"]:
        return "`sessionid` has no `Secure`: browsers also send it over plain HTTP."
    if not cookie["httponly"]:
        return "`sessionid` has no `HttpOnly`: scripts can read it."
    if cookie["samesite"].lower() not in ("lax", "strict"):
        return f"`sessionid` has SameSite {cookie['samesite']!r}."
    return True


def slides(answer):
    first = answer["before"][0]["cookies"]["sessionid"]["max-age"]
    if first != 1800:
        return f"The cookie lasts {first or 'until the browser closes, not 1800'} seconds; expected 1800."
    if "sessionid" not in answer["cookies"]:
        return (
            "The second visit did not send the cookie again: the session ends 30 minutes after the"
            " first visit, whatever happens meanwhile."
        )
    return answer["cookies"]["sessionid"]["max-age"] == 1800 or "The second visit changed its age."
