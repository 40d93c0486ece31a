from django.db.models.fetch_modes import FetchPeers
from shop.models import Order


class Reported(FetchPeers):
    def fetch(self, fetcher, instance):
        # In a project: a line in the log, with a stack.
        print(f"Loaded late: {type(instance).__name__}.{fetcher.field.name}")
        super().fetch(fetcher, instance)


for order in Order.objects.fetch_mode(Reported())[:10]:
    order.customer.user.email
