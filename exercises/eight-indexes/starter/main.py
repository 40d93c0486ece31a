from desk.models import Ticket
from django.db import connections
from queries import by_number, of_agent, of_customer, queue, waiting

print("What PostgreSQL would be told:")
with connections["postgres"].schema_editor(collect_sql=True) as editor:
    editor.create_model(Ticket)
for statement in editor.collected_sql:
    if "INDEX" in statement or "UNIQUE" in statement:
        print(f"  {statement}")

print("What SQLite uses:")
queries = {
    "by_number": by_number("HD-000012"),
    "queue": queue(),
    "waiting": waiting(),
    "of_customer": of_customer(3),
    "of_agent": of_agent(2),
}
for name, queryset in queries.items():
    print(f"  {name}: {queryset.explain()}")
