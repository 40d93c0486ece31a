def late(seen):
    early = seen.value["early"]
    return early == 0 or f"{early} sent while the transaction of the caller was still open."


def check(expect):
    tasks = expect.tasks(
        data=(20, 87), app="config.celery:app", modules=["tasks"], counted=["postbox:deliver"]
    )
    placed = tasks.call("checkout:place_order", 1, 2, 3)
    worked = tasks.work()
    mails = tasks.script("mails.py:sent", doing="the mails are read")
    failed = tasks.call("checkout:place_order", 1, 3, 1, rolled_back=True)
    idle = tasks.work()
    nested = tasks.script("callers.py:within_another", doing="another service places two orders")
    worked_again = tasks.work()

    tasks.same_values_as_solution("The order is placed, and its number returned", placed)
    tasks.sends("One task is sent for an order", placed, 1)
    tasks.arguments("The message holds an id, and nothing else", placed, only=["int"])
    tasks.that("Nothing is sent before the commit", nested, late)
    tasks.sends("An order that is rolled back sends nothing", failed, 0)
    tasks.succeed("The worker finds each order", worked, worked_again)
    tasks.same_values_as_solution("The customer gets one mail about the right order", mails)
    tasks.calls("A rolled back order brings no mail", idle, "postbox:deliver", 0)
    tasks.sends("Orders placed by another service are confirmed, too", nested, 2)
