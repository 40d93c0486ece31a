from unittest import TestResult

from django.test import TestCase
from shop.models import Order


def order_list(limit):
    orders = Order.objects.order_by("number")[:limit]
    return [(order.number, order.customer.name) for order in orders]


class OrderListTest(TestCase):
    def test_budget(self):
        # One order, as in most tests.
        with self.assertNumQueries(2):
            order_list(limit=1)


result = OrderListTest("test_budget").run(TestResult())
print("Passed:", result.wasSuccessful())
