"""Orders that were placed at the same moment, or entered in another order than they were placed."""

from datetime import UTC, datetime

from latest import latest_orders
from shop.models import Customer, Order, User

DAYS = {
    "morning": datetime(2026, 6, 2, 9, tzinfo=UTC),
    "noon": datetime(2026, 6, 2, 12, tzinfo=UTC),
}


def ties(customers):
    """The rows of these customers, whose orders are placed as said, one after the other."""
    for number, (name, moments) in enumerate(customers.items()):
        user = User.objects.create(username=f"tie{number}", email=f"tie{number}@example.com")
        customer = Customer.objects.create(user=user, name=name, joined_at=DAYS["morning"])
        for place, moment in enumerate(moments, start=1):
            Order.objects.create(
                number=f"{name} {place}", customer=customer, placed_at=DAYS[moment]
            )
    found = {name: [] for name in customers}
    for row in latest_orders():
        if row["customer"] in found:
            found[row["customer"]].append(row["order"])
    return found
