from shop.models import Order

drafts = Order.objects.filter(status="draft").order_by("number")

if drafts.exists():
    print(drafts.count(), "drafts:")
    print(*[order.number for order in drafts])
