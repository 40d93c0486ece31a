from datetime import UTC, datetime
from decimal import Decimal

from django.test import TestCase
from pricing import OutOfStock, add_item, total
from shop.models import Category, Customer, Item, Order, Product, User


class PricingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        user = User.objects.create(username="b", email="b@example.com")
        day = datetime(2026, 1, 2, tzinfo=UTC)
        customer = Customer.objects.create(user=user, name="B", joined_at=day)
        cls.order = Order.objects.create(number="BR-9", customer=customer, placed_at=day)
        cls.category = Category.objects.create(name="Pots", slug="pots")

    def add(self, price, quantity=1, stock=9):
        product = Product.objects.create(
            name="Pot", sku="P", category=self.category, price=Decimal(price), stock=stock
        )
        add_item(self.order, product, quantity)

    def test_discount(self):
        self.add("50.00")
        self.assertEqual(total(self.order, 20), Decimal("44.90"))

    def test_rounding(self):
        self.add("66.70")
        self.assertEqual(total(self.order, 5), Decimal("68.26"))

    def test_shipping(self):
        self.add("104.00")
        self.assertEqual(total(self.order, 5), Decimal("103.70"))

    def test_stock(self):
        self.add("3.00", quantity=4)
        self.assertEqual(Product.objects.get().stock, 5)

    def test_refused(self):
        with self.assertRaises(OutOfStock):
            self.add("3.00", quantity=10)
        self.assertFalse(Item.objects.exists())
