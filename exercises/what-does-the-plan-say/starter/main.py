import queries

for name in ("open_queue", "unfinished", "since_monday", "closed_in_may", "first_closed"):
    print(name)
    print(getattr(queries, name).explain())
