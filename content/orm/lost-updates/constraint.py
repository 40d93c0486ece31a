# fails: IntegrityError
from django.db import connection, models
from django.db.models import F, Q


class Shelf(models.Model):
    quantity = models.IntegerField()

    class Meta:
        app_label = "warehouse"
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gte=0), name="shelf_not_negative"
            ),
        ]


with connection.schema_editor() as editor:
    editor.create_model(Shelf)  # A table for this page only.

Shelf.objects.create(quantity=1)
# Somebody forgot the guard.
Shelf.objects.update(quantity=F("quantity") - 2)
