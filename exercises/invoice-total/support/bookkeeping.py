"""Writes lines in several ways, and looks for them again."""

from decimal import Decimal

from billing.models import InvoiceLine
from django.db import connection


def books(lines):
    """All that is tried."""
    return {"new line": new_line(), "found": found(lines), "changed": changed()}


def found(lines):
    """For each line: what it shows, how many lines are found by that total, and by the one before."""
    told = []
    for quantity, unit_price, tax_rate, total in lines:
        InvoiceLine.objects.all().delete()
        InvoiceLine.objects.create(
            text="Oak boards",
            quantity=quantity,
            unit_price=Decimal(unit_price),
            tax_rate=Decimal(tax_rate),
        )
        shown = InvoiceLine.objects.get().total
        count = InvoiceLine.objects.filter(total=total).count()
        told.append([f"{quantity} × {unit_price} at {tax_rate}", total, str(shown), count])
    return told


def changed():
    """The total after a row was changed by save(), by update(), and by SQL that Django did not write."""
    InvoiceLine.objects.all().delete()
    line = InvoiceLine.objects.create(
        text="Oak boards", quantity=2, unit_price=Decimal("10.00"), tax_rate=Decimal("0.50")
    )
    totals = {}
    line.quantity = 4
    line.save()
    totals["save()"] = str(InvoiceLine.objects.get().total)
    InvoiceLine.objects.update(unit_price="20.00")
    totals["update()"] = str(InvoiceLine.objects.get().total)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_invoiceline SET quantity = 1")
    totals["another program"] = str(InvoiceLine.objects.get().total)
    return totals


def new_line():
    """The type and the value of a tax rate that nobody gave."""
    rate = InvoiceLine(text="Oak boards").tax_rate
    return [type(rate).__name__, str(rate)]
