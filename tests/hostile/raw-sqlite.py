from django.db import connection


def order_report():
    run = connection.connection.execute
    rows = []
    for pk, number, customer in run(
        "select id, number, customer_id from shop_order order by placed_at desc, id desc"
    ):
        (name,) = run("select name from shop_customer where id = ?", [customer]).fetchone()
        items, total = [], Decimal("0.00")
        for product, quantity, price in run(
            "select product_id, quantity, unit_price from shop_item where order_id = ?", [pk]
        ):
            (product,) = run("select name from shop_product where id = ?", [product]).fetchone()
            items.append(f"{quantity} × {product}")
            total += quantity * Decimal(str(price)).quantize(Decimal("0.01"))
        rows.append(
            {"order": number, "customer": name, "items": ", ".join(sorted(items)), "total": total}
        )
    return rows
