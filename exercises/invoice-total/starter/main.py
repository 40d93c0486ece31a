from decimal import Decimal

from billing.models import InvoiceLine
from django.core.exceptions import FieldError

line = InvoiceLine(text="Oak boards", quantity=3, unit_price=Decimal("19.99"))
print("The tax rate of a new line is", repr(line.tax_rate))
line.save()
print("It shows a total of", line.total)

try:
    print("Lines of 71.96 found:", InvoiceLine.objects.filter(total="71.96").count())
except FieldError as error:
    print("No query can ask for it:", error)

InvoiceLine.objects.update(unit_price="25.00")
line.refresh_from_db()
print("With a price of 25.00, set by update():", line.total)
