import json

PAID = {"logger": "shop.orders", "level": "INFO", "message": "order 4711 paid"}
DETAIL = {"logger": "shop.orders.pdf", "level": "DEBUG", "message": "page 3 drawn"}
FAILED = {"logger": "shop", "level": "ERROR", "message": "no pdf", "error": "page 9 is missing"}
CHATTER = {"logger": "boto.endpoint", "level": "INFO", "message": "sending"}
# Its logger is there before any settings are read.
SLOW = {"logger": "asyncio", "level": "WARNING", "message": "a callback took 3 s"}
LOST = {"logger": "boto.endpoint", "level": "WARNING", "message": "connection lost"}
BROKEN = {"visit": "/broken/"}


def check(expect):
    site = expect.settings("config.settings", doing="The site was started")
    debug = {"DEBUG": "true"}
    site.logs("An error page is one line", error_page, BROKEN)
    site.logs("It is one line with `DEBUG` on, too", error_page, BROKEN, env=debug)
    site.logs(
        "The shop's INFO is one line, with its extra",
        paid,
        PAID | {"extra": {"order": 4711, "request_id": "b7e1"}},
    )
    site.logs("An error of the shop's has its exception", failed, FAILED)
    site.logs("The shop's DEBUG is no line", lambda lines: silence(lines[0], "DEBUG"), DETAIL)
    site.logs("Other packages are heard from WARNING on", others, CHATTER, LOST, SLOW)


def one(lines, level, logger):
    """The entry that one line of JSON is, or what is wrong."""
    if not lines:
        return None, "Nothing came out."
    if len(lines) > 1:
        try:
            entries = [json.loads(line) for line in lines]
        except ValueError:
            return (
                None,
                f"{len(lines)} lines came out, the first is {lines[0][:80]!r}. Expected one, of JSON.",
            )
        return None, f"{len(entries)} lines came out instead of one."
    try:
        entry = json.loads(lines[0])
    except ValueError:
        return None, f"{lines[0][:80]!r} came out, which is not JSON."
    for key, wanted in {"level": level, "logger": logger}.items():
        if entry.get(key) != wanted:
            return None, f"`{key}` is {entry.get(key)!r}; expected {wanted!r}."
    return entry, None


def error_page(lines):
    entry, wrong = one(lines[0], "ERROR", "django.request")
    if wrong:
        return f"`/broken/` raised an error. {wrong}"
    if "divided by nobody" not in entry.get("exception", ""):
        return "The line does not tell which exception it was."
    return True


def paid(lines):
    entry, wrong = one(lines[0], "INFO", "shop.orders")
    if wrong:
        return f"`shop.orders` logged INFO. {wrong}"
    if (entry["message"], entry.get("order"), entry.get("request_id")) != (
        "order 4711 paid",
        4711,
        "b7e1",
    ):
        return f"Something of the record is missing: {entry}."
    return True


def failed(lines):
    entry, wrong = one(lines[0], "ERROR", "shop")
    if wrong:
        return f"`shop` logged an ERROR. {wrong}"
    return "page 9 is missing" in entry.get("exception", "") or "The exception is missing."


def silence(lines, level):
    return not lines or f"A record of level {level} came out: {lines[0][:80]!r}."


def others(lines):
    chatter, lost, slow = lines
    quiet = silence(chatter, "INFO")
    if quiet is not True:
        return f"`boto.endpoint`: {quiet}"
    for name, came in {"boto.endpoint": lost, "asyncio": slow}.items():
        _, wrong = one(came, "WARNING", name)
        if wrong:
            return f"`{name}` logged a WARNING. {wrong}"
    return True
