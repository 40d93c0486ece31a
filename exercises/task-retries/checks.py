HOUR = 3600
FOR_EVER = 1_000_000_000


def grows(gaps):
    if len(gaps) < 4:
        return f"It was tried again {len(gaps)} times."
    soon, late = sum(gaps[:2]) / 2, sum(gaps[-2:]) / 2
    if late >= 2 * soon:
        return True
    return f"The first two waits were {soon:.0f} seconds on average, the last two {late:.0f}."


def comes_soon(gaps):
    if not gaps:
        return "It was never tried again."
    return gaps[0] <= 120 or f"It waited {gaps[0]:.0f} seconds."


def check(expect):
    tasks = expect.tasks(
        data=(20, 31), app="config.celery:app", modules=["tasks"], counted=["postbox:deliver"]
    )
    deliver = "postbox:deliver"

    def parcel(number, **trouble):
        tasks.script("parcels.py:leave", doing="a parcel leaves", number=number)
        return tasks.work(**trouble)

    calm = parcel(1)
    mails = tasks.script("parcels.py:mails", doing="the mails are read")
    hung_up = parcel(2, outage=(deliver, "smtplib:SMTPServerDisconnected", HOUR))
    no_name = parcel(3, outage=(deliver, "socket:gaierror", HOUR))
    arrived = tasks.script("parcels.py:mails", doing="the mails are read")
    refused = parcel(4, outage=(deliver, "smtplib:SMTPRecipientsRefused", FOR_EVER), args=[{}])
    mistake = parcel(5, outage=(deliver, "builtins:KeyError", FOR_EVER))
    # The last one: what a worker leaves behind at the end of its day, the next one finds.
    for_ever = parcel(6, outage=(deliver, "socket:gaierror", FOR_EVER))

    tasks.same_values_as_solution("The customer reads that the parcel has left", mails)
    tasks.succeed("The mail arrives when nothing is wrong", calm)
    tasks.attempts("The server is not hit again and again", hung_up, no_name, at_most=40)
    tasks.succeed("The mail arrives after the server hung up for an hour", hung_up)
    tasks.succeed("The mail arrives after an hour without its name", no_name)
    tasks.same_values_as_solution("No customer is forgotten", arrived)
    tasks.gaps("The first retry comes within two minutes", hung_up, comes_soon)
    tasks.gaps("The waits grow", hung_up, grows)
    tasks.attempts("A refused address is tried once", refused, at_most=1)
    tasks.attempts("A mistake in the code is tried once", mistake, at_most=1)
    tasks.gives_up("After a day at the latest the task gives up", for_ever)
