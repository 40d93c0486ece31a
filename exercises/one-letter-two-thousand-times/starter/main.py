from log import delivery_log
from scales import weigh

rows, characters = weigh(delivery_log)

print(f"{len(rows):,} rows in the log, {characters:,} characters from the database")
rows[:5]
