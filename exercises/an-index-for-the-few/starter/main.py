from desk.models import Ticket
from django.core.management import call_command
from django.db import connections
from queries import minutes_of, queue_of

for alias in ("postgres", "default"):
    print(f"Indexes in {alias}:")
    with connections[alias].schema_editor(collect_sql=True) as editor:
        editor.create_model(Ticket)
    for statement in editor.collected_sql:
        if statement.startswith("CREATE INDEX"):
            print(f"  {statement}")

print("Plans of SQLite:")
print("  queue_of:", queue_of(2).explain())
print("  minutes_of:", minutes_of(2).explain())

call_command("check")
