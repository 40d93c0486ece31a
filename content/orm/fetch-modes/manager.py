from django.db import models
from shop.models import Order


class InPeers(models.Manager):
    def get_queryset(self):
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)


# A class of its own in this page. In a project, the model itself says
# `objects = InPeers()`.
class PeerOrder(Order):
    objects = InPeers()

    class Meta:
        proxy = True
        app_label = "shop"


for order in PeerOrder.objects.order_by("number")[:5]:
    print(order.number, order.customer.name)
