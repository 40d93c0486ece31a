def check(expect):
    tasks = expect.tasks(
        data=(20, 55), app="config.celery:app", modules=["tasks"], counted=["postbox:deliver"]
    )
    send, mails = "invoices.py:send", "invoices.py:mails"

    def read():
        return tasks.script(mails, doing="the mails are read")

    tasks.script(send, doing="two invoices are sent to the queue", numbers=[1, 2])
    first = tasks.work()
    once = read()
    tasks.script(send, doing="another invoice is sent to the queue", numbers=[3])
    tasks.work(twice="again")
    again = read()
    tasks.script(send, doing="another invoice is sent to the queue", numbers=[4])
    tasks.work(twice="meanwhile")
    meanwhile = read()
    tasks.script("invoices.py:restart", doing="the workers are restarted")
    tasks.script(send, doing="messages of the day before are delivered again", numbers=[1, 3])
    tasks.work()
    next_day = read()
    tasks.script(send, doing="another invoice is sent to the queue", numbers=[5])
    down = tasks.work(outage=("postbox:deliver", "smtplib:SMTPServerDisconnected", 20))
    after_outage = read()
    sent = tasks.script("invoices.py:sent", doing="the invoices are looked at")

    tasks.same_values_as_solution("Each customer gets the invoice", once)
    tasks.same_values_as_solution("One mail when a message comes twice", again)
    tasks.same_values_as_solution("One mail when two workers have it at the same time", meanwhile)
    tasks.same_values_as_solution("One mail even after the workers were restarted", next_day)
    tasks.same_values_as_solution("The mail goes out after an outage", after_outage)
    tasks.succeed("Each task succeeds in the end", first, down)
    tasks.same_values_as_solution("sent_at says which invoices were sent", sent)
