from shop.models import Order

drafts = Order.objects.filter(status="draft").order_by("-placed_at")

newest = drafts.first()
if newest is not None:
    print("The newest draft:", newest.number)
