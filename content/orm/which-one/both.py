from shop.models import Order

drafts = Order.objects.filter(status="draft").order_by("number")

if drafts:
    print(len(drafts), "drafts:")
    print(*[order.number for order in drafts])
