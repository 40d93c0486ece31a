from django.db import IntegrityError, transaction
from warehouse.models import Depot, Stock

SKU = "SHELF-001"


def put(quantity, depot_id=1):
    Stock.objects.filter(depot_id=depot_id, sku=SKU).update(quantity=quantity)


def left(depot_id=1):
    return Stock.objects.get(depot_id=depot_id, sku=SKU).quantity


def five():
    put(5)
    put(7, depot_id=2)


def eight():
    put(8)
    put(7, depot_id=2)


def state():
    return {"quantity": left(), "elsewhere": left(depot_id=2)}


def odd_calls():
    """What `take()` raises when it is asked for something odd, and what is left then."""
    from taking import take

    seen = {}
    for what, (depot_id, pieces) in {
        "no piece": (1, 0),
        "minus three pieces": (1, -3),
        "from nowhere": (999, 1),
    }.items():
        put(5)
        try:
            with transaction.atomic():
                take(depot_id, SKU, pieces)
            raised = ""
        except Exception as error:
            raised = type(error).__name__
        seen[what] = [raised, left()]
    return seen


def scanned():
    """What a scan of seven boxes does to a shelf of five, and one of five."""
    from scanner import book

    seen = {}
    for pieces in (7, 5):
        put(5)
        try:
            with transaction.atomic():
                book(1, SKU, pieces)
            seen[str(pieces)] = ["", left()]
        except IntegrityError:
            seen[str(pieces)] = ["IntegrityError", left()]
    return seen


def written():
    """Which ways of writing a negative quantity get through."""
    depot = Depot.objects.get(pk=1)
    shelf = Stock.objects.get(depot_id=1, sku=SKU)

    def saved():
        shelf.quantity = -1
        shelf.save()

    ways = {
        "save()": saved,
        "create()": lambda: Stock.objects.create(depot=depot, sku="NEW-1", quantity=-1),
        "bulk_create()": lambda: Stock.objects.bulk_create(
            [Stock(depot=depot, sku="NEW-2", quantity=-1)]
        ),
        "update()": lambda: put(-1),
    }
    through = []
    for name, write in ways.items():
        try:
            with transaction.atomic():
                write()
            through.append(name)
        except IntegrityError:
            pass
    return through
