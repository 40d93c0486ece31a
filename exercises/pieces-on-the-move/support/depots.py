from django.db import IntegrityError
from warehouse.models import Stock, Transfer

SKU = "SHELF-001"


def five_each():
    """Five pieces in depots 1 and 2; depot 3 has never had any."""
    Transfer.objects.all().delete()
    Stock.objects.filter(sku=SKU).delete()
    Stock.objects.create(depot_id=1, sku=SKU, quantity=5)
    Stock.objects.create(depot_id=2, sku=SKU, quantity=5)


def state():
    stock = Stock.objects.filter(sku=SKU, quantity__gt=0).order_by("depot_id")
    moves = Transfer.objects.order_by("source_id", "target_id")
    return {
        "stock": [[row.depot_id, row.quantity] for row in stock],
        "moves": [[row.source_id, row.target_id, row.quantity] for row in moves],
    }


def to_nowhere():
    """A transfer to a depot that does not exist: what it raised, and what is there afterwards."""
    from transfers import move

    five_each()
    before = state()
    try:
        move(source_id=1, target_id=999, sku=SKU, quantity=2)
    except Exception as error:
        return type(error).__name__, before == state()
    return None, before == state()


def negative():
    """Whether the table refuses a negative quantity, and takes none at all."""
    five_each()
    rows = Stock.objects.filter(sku=SKU, depot_id=1)
    rows.update(quantity=0)
    try:
        rows.update(quantity=-1)
    except IntegrityError:
        return True
    return False
