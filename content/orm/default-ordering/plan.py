from shop.models import Review

print("As it is:", Review.objects.all().explain(), sep="\n")
print("Without:", Review.objects.order_by().explain(), sep="\n")
