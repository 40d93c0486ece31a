from desk.models import Customer
from django.db import connections, models


class Call(models.Model):
    number = models.CharField(max_length=12, unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    status = models.CharField(max_length=10, db_index=True)
    began_at = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "desk"
        indexes = [
            models.Index(
                fields=["status", "began_at"], name="call_status_began"
            ),
            models.Index(
                fields=["customer", "began_at"], name="call_customer_began"
            ),
        ]


with connections["postgres"].schema_editor(collect_sql=True) as editor:
    editor.create_model(Call)

indexes = [
    line for line in editor.collected_sql if line.startswith("CREATE INDEX")
]
print(*indexes, sep="\n")
# The primary key and the unique number have one each, inside of CREATE TABLE.
print("In all:", len(indexes) + 2)
