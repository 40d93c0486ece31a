from shop.models import Product

for name in ["reviews", "reviews__pk"]:
    sql = str(Product.objects.order_by(name).query)
    print(f'order_by("{name}"):', sql.partition(" ORDER BY ")[2])
