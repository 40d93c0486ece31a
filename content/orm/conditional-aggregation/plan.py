from django.db import connection


def plan(sql):
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql)
        return cursor.fetchone()[3]


alone = "SELECT COUNT(*) FROM shop_order WHERE status = 'canceled'"
beside = "SELECT COUNT(*) FILTER (WHERE status = 'canceled') FROM shop_order"
shared = beside + " WHERE status IN ('paid', 'canceled')"

print("filter():", plan(alone))
print("filter=:", plan(beside))
print("filter= and filter():", plan(shared))
