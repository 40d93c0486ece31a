def to_support(seen):
    alerts = [each for each in seen.facts["sent"] if each["task"] == "alert_support"]
    for each in alerts:
        if each["queue"] != "support":
            return f"alert_support went to the queue {each['queue']!r}."
        if each["priority"] <= 0:
            return f"alert_support has the priority {each['priority']}."
    return bool(alerts) or "alert_support was not enqueued."


def names(*wanted):
    def rule(seen):
        sent = sorted(each["task"] for each in seen.facts["sent"])
        return sent == sorted(wanted) or (
            f"Enqueued: {', '.join(sent) or 'nothing'}; expected {', '.join(wanted) or 'nothing'}."
        )

    return rule


def late(seen):
    return seen.value == 0 or f"{seen.value} enqueued while the caller's transaction was open."


def check(expect):
    tasks = expect.tasks(
        data=(20, 44), modules=["tasks"], counted=["postbox:deliver", "postbox:store_rating"]
    )
    tasks.script("board.py:clear", doing="the board is empty")
    good = tasks.call("reviews:post_review", 2, 1, 5, "Just what I needed.")
    bad = tasks.call("reviews:post_review", 3, 1, 1, "It broke on the second day.")
    before = tasks.script("board.py:read", doing="the board is read before the worker runs")
    worked = tasks.work()
    after = tasks.script("board.py:read", doing="the board is read afterwards")
    failed = tasks.call("reviews:post_review", 4, 2, 1, "Never mind.", rolled_back=True)
    nested = tasks.script("board.py:within_another", doing="an import posts a review of its own")
    later = tasks.work()
    in_the_end = tasks.script("board.py:read", doing="the board is read once more")

    tasks.same_values_as_solution("The review is stored, and its rating returned", good, bad)
    tasks.same_values_as_solution("Nobody waits: before the worker runs, nothing is done", before)
    tasks.that("A good review only updates the rating", good, names("update_rating"))
    tasks.that("A bad review alerts support, too", bad, names("update_rating", "alert_support"))
    tasks.that("Nothing is enqueued before the commit", nested, late)
    tasks.sends("A review that is rolled back leaves no task", failed, 0)
    tasks.arguments("Tasks get ids, and nothing else", good, bad, only=["int"])
    tasks.that("Alerts go to the queue support, before others", bad, to_support)
    tasks.succeed("Each task succeeds", worked, later)
    tasks.same_values_as_solution("The worker does what was asked for", after, in_the_end)
