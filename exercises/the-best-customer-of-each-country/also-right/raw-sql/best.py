from decimal import Decimal

from django.db import connection

SQL = """
    WITH totals AS (
        SELECT a.country, c.id, c.name, COALESCE(SUM(i.quantity * i.unit_price), 0) AS spent
        FROM shop_customer c
        JOIN shop_address a ON a.customer_id = c.id AND a.kind = 'shipping'
        LEFT JOIN shop_order o ON o.customer_id = c.id AND o.status = 'delivered'
        LEFT JOIN shop_item i ON i.order_id = o.id
        GROUP BY a.country, c.id, c.name
    ), places AS (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY spent DESC, id) AS place
        FROM totals
    )
    SELECT country, name, spent FROM places WHERE place = 1 ORDER BY country
"""


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    with connection.cursor() as cursor:
        cursor.execute(SQL)
        rows = cursor.fetchall()
    return [
        {"country": country, "customer": name, "spent": round(Decimal(str(spent)), 2)}
        for country, name, spent in rows
    ]
