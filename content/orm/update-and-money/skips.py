from datetime import timedelta

from django.db import connection, models
from django.db.models.signals import post_save
from django.utils import timezone


class Tariff(models.Model):
    price = models.DecimalField(max_digits=6, decimal_places=2)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = "shop"


with connection.schema_editor() as editor:
    editor.create_model(Tariff)  # A table for this page only.
post_save.connect(lambda **_: print("post_save"), Tariff, weak=False)

tariff = Tariff.objects.create(price="9.90")
yesterday = timezone.now() - timedelta(days=1)
Tariff.objects.update(changed_at=yesterday)

Tariff.objects.update(price="8.90")
print("update() sets changed_at:", Tariff.objects.get().changed_at > yesterday)
Tariff.objects.bulk_update([Tariff(pk=tariff.pk, price="7.90")], ["price"])
print(
    "bulk_update() sets changed_at:",
    Tariff.objects.get().changed_at > yesterday,
)
tariff.save()
print("save() sets changed_at:", Tariff.objects.get().changed_at > yesterday)
