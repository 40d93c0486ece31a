from django.db import connection
from django.db.migrations.executor import MigrationExecutor

NAMES = ["Ada Lovelace", "Ludwig van Beethoven", "Aristotle"]


def migrate(name):
    executor = MigrationExecutor(connection)
    executor.migrate([("crm", name)])
    return MigrationExecutor(connection).loader.project_state(("crm", name)).apps


def show(title, apps):
    print(title)
    for row in apps.get_model("crm", "Customer").objects.order_by("pk").values():
        print("   ", row)


apps = migrate("0001_initial")
for name in NAMES:
    apps.get_model("crm", "Customer").objects.create(name=name)
show("Before:", apps)
try:
    show("After all migrations:", migrate("0004_one_name_less"))
    show("Back at 0001:", migrate("0001_initial"))
except Exception as error:
    print(f"migrate stopped. {type(error).__name__}: {error}")
