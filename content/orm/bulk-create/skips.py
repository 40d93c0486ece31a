from django.db import connection, models
from django.db.models.signals import post_save


class Delivery(models.Model):
    sku = models.CharField(max_length=20)
    pieces = models.PositiveIntegerField(default=1)
    arrived_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "shop"

    def save(self, *args, **kwargs):
        self.sku = self.sku.upper()
        super().save(*args, **kwargs)


with connection.schema_editor() as editor:
    editor.create_model(Delivery)  # A table for this page only.

post_save.connect(lambda instance, **_: print("post_save:", instance.sku), Delivery, weak=False)

Delivery.objects.create(sku="mug-1")
made = Delivery.objects.bulk_create([Delivery(sku="mug-2"), Delivery(sku="mug-3")])
print("keys:", [delivery.pk for delivery in made])
Delivery.objects.all()
