from shop.models import Order

drafts = Order.objects.filter(status="draft").order_by("-placed_at")

if drafts.exists():
    print("The newest draft:", drafts[0].number)
