MOST = 1_000_000


def light(value):
    got = value["characters"]
    if got <= MOST:
        return True
    return f"{got:,} characters of text were fetched for {value['rows']:,} rows; at most {MOST:,} pass."


def check(expect):
    log = expect.call("log:delivery_log", at=[(40, 3), (2000, 41)], of="deliveries")
    log.same_result_as_solution("The log says the same")
    log.queries(at_most=2)
    scales = expect.script(
        "weigh.py:weigh", doing="A log of 2,000 deliveries was written", data=(2000, 42)
    )
    scales.that("It fetches at most a million characters for 2,000 deliveries", light)
