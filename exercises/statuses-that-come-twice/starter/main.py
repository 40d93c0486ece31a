from desk import latest, statuses, who_waits

print("Filter by:", *statuses())
print("Latest:", *latest())
print("Waiting:", who_waits())
