from django.db import connection


def plan(sql):
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql)
        return cursor.fetchone()[3]


narrow = "SELECT COUNT(*) FROM shop_order WHERE status = 'canceled'"
wide = "SELECT COUNT(*) FILTER (WHERE status = 'canceled') FROM shop_order"

print("filter():", plan(narrow))
print("filter=:", plan(wide))
