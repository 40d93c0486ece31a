from django.db import connection, models
from django.db.models.signals import post_save
from django.dispatch import receiver


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


@receiver(post_save, sender=Delivery)
def saved(instance, **kwargs):
    print("post_save:", instance.sku)


Delivery.objects.create(sku="mug-1")
more = [Delivery(sku="mug-2"), Delivery(sku="mug-3")]
made = Delivery.objects.bulk_create(more)
print("keys:", [delivery.pk for delivery in made])
Delivery.objects.all()
