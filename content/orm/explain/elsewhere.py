from desk.models import Customer
from django.contrib.postgres.indexes import OpClass
from django.db import connections, models
from django.db.models.functions import Upper

beginning = Customer.objects.filter(name__istartswith="kim").only("name")
for alias in ["default", "postgres"]:
    sql, params = beginning.query.get_compiler(alias).as_sql()
    print(f"{alias}: {sql.partition(' WHERE ')[2]}", params)

index = models.Index(
    OpClass(Upper("name"), "varchar_pattern_ops"), name="customer_name_upper"
)
with connections["postgres"].schema_editor(collect_sql=True) as editor:
    editor.add_index(Customer, index)
print(*editor.collected_sql)
