import re

DATA = (400, 31)
OPEN = ("\"status\" = 'open'", "\"status\" IN ('open')")
CARRIED = re.compile(r'ON "desk_ticket" \("agent_id"\) INCLUDE \(([^)]*)\)')


def check(expect):
    queue = expect.call("queries:queue_of", 2, at=[DATA], of="tickets")
    queue.searches("desk_ticket", "`queue_of()` finds its rows in order, by an index", sorts=False)
    seen = expect.script(
        "indexes.py:seen", doing="Both databases' indexes were looked at", data=DATA
    )
    seen.that("The queue's index holds open tickets only", few)
    minutes = expect.call("queries:minutes_of", 2, at=[DATA], of="tickets")
    minutes.searches("desk_ticket", "`minutes_of()` searches for its rows by an index")
    seen.that("PostgreSQL's index on the agent carries the minutes", carried)
    seen.that("No two indexes have the same columns", distinct)
    seen.that("There are no more indexes than before", count)
    seen.that("`manage.py check` is silent", silent)
    seen.that("Only the warning about included columns is silenced", one)


def few(seen):
    condition = seen["queue"]
    if condition in OPEN:
        return True
    if condition is None:
        return "The plan of the queue names no index."
    return f"It holds {f'the rows of `{condition}`' if condition else 'all tickets'}."


def carried(seen):
    for statement in seen["postgres"]:
        found = CARRIED.search(statement)
        if found and '"minutes"' in found[1] and " WHERE " not in statement:
            return True
    return "No statement makes an index on `agent_id` alone that includes `minutes`."


def distinct(seen):
    names = {}
    for name, columns, condition in seen["sqlite"]:
        other = names.setdefault((tuple(columns), condition), name)
        if other != name:
            return f"`{other}` and `{name}` are both on {', '.join(columns)}."
    return True


def count(seen):
    names = [name for name, *_ in seen["sqlite"]]
    return len(names) <= 4 or f"There are {len(names)}, and there were 4: {', '.join(names)}."


def silent(seen):
    return not seen["warnings"] or seen["warnings"][0]


def one(seen):
    others = [each for each in seen["silenced"] if each != "models.W040"]
    return not others or f"Silenced as well: {', '.join(others)}."
