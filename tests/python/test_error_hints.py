"""Real code that raises each of the common errors, and the words for it."""

import pytest

from shop_runs import run

HEAD = """
from decimal import Decimal
from django.db import connection, models, transaction
from shop.models import *
"""

CASES = {
    "FieldError: misspelled field": (
        'Order.objects.filter(custmer=1)',
        "FieldError",
        ["`Order` has no field `custmer`. Did you mean `customer`?"],
    ),
    "FieldError: misspelled behind a relation": (
        'Order.objects.filter(customer__nam="x")',
        "FieldError",
        ["`Customer` has no field `nam`. Did you mean `name`?"],
    ),
    "FieldError: nothing close": (
        'Order.objects.filter(zzz=1)',
        "FieldError",
        ["`Order` has no field `zzz`. It has `customer`,", "`status`"],
    ),
    "FieldError: select_related of a relation to many": (
        'list(Order.objects.select_related("items"))',
        "FieldError",
        ["`select_related` cannot follow `items`", "`prefetch_related`", "`customer`"],
    ),
    "FieldError: unknown lookup": (
        'Order.objects.filter(number__containz="1")',
        "FieldError",
        ["`containz` is neither a lookup of a `CharField`", "Did you mean"],
    ),
    "FieldError: mixed types": (
        'list(Item.objects.annotate(t=models.F("quantity") / models.F("product__name")))',
        "FieldError",
        ["output_field"],
    ),
    "DoesNotExist": (
        'Order.objects.get(number="none")',
        "DoesNotExist",
        ["`.get()` found no `Order`", "`.filter(...).first()`"],
    ),
    "RelatedObjectDoesNotExist": (
        'User.objects.create(username="new", email="new@example.com").customer',
        "RelatedObjectDoesNotExist",
        ["This `User` has no `customer` in the database", 'hasattr(obj, "customer")'],
    ),
    "MultipleObjectsReturned": (
        'Order.objects.get(status="delivered")',
        "MultipleObjectsReturned",
        ["exactly one `Order`", "more ("],
    ),
    "AppRegistryNotReady": (
        "from django.apps import apps\napps.models_ready = False\n"
        "try:\n    apps.get_model('shop.Order')\nfinally:\n    apps.models_ready = True",
        "AppRegistryNotReady",
        ["before Django had loaded all apps", "AppConfig.ready()"],
    ),
    "ImproperlyConfigured: settings": (
        "from django.conf import LazySettings\nimport os\n"
        "name = os.environ.pop('DJANGO_SETTINGS_MODULE')\n"
        "try:\n    LazySettings().DEBUG\nfinally:\n    os.environ['DJANGO_SETTINGS_MODULE'] = name",
        "ImproperlyConfigured",
        ["`DEBUG`", "`DJANGO_SETTINGS_MODULE` is not set"],
    ),
    "OperationalError: no such table": (
        'with connection.schema_editor() as e: e.delete_model(Review)\nReview.objects.count()',
        "OperationalError",
        ["The table of `Review` is not in the database: `shop_review`", "migration"],
    ),
    "OperationalError: no such column": (
        'list(Order.objects.raw("SELECT id, totl FROM shop_order"))',
        "OperationalError",
        ["no column `totl`"],
    ),
    "IntegrityError: UNIQUE": (
        'Tag.objects.create(name="sale")',
        "IntegrityError",
        ["There is a `Tag` with the same `name` already"],
    ),
    "IntegrityError: UNIQUE of two fields": (
        'i = Item.objects.first()\nItem.objects.create(order=i.order, product=i.product, unit_price=1)',
        "IntegrityError",
        ["There is a `Item` with the same `order`, `product` already"],
    ),
    "IntegrityError: NOT NULL": (
        'Item.objects.create(product=Product.objects.first(), unit_price=1)',
        "IntegrityError",
        ["`Item.order` must have a value, and got None"],
    ),
    "IntegrityError: FOREIGN KEY": (
        'Review.objects.create(product_id=99999, customer_id=1, rating=1, created_at="2026-01-01T00:00Z")',
        "IntegrityError",
        ["A foreign key points to a row that does not exist"],
    ),
    "IntegrityError: CHECK": (
        'Item.objects.update(quantity=0)',
        "IntegrityError",
        ["breaks the rule `item_quantity_positive`"],
    ),
    "SynchronousOnlyOperation": (
        "import asyncio\nasync def main(): return Order.objects.count()\nasyncio.run(main())",
        "SynchronousOnlyOperation",
        ["in async code", "await"],
    ),
    "TransactionManagementError": (
        "with transaction.atomic():\n"
        '    try: Tag.objects.create(name="sale")\n'
        "    except Exception: pass\n"
        "    Tag.objects.count()",
        "TransactionManagementError",
        ["inside this `atomic` block", "of its own"],
    ),
    "NoReverseMatch: name": (
        'from django.urls import reverse\nreverse("order-list")',
        "NoReverseMatch",
        ["No URL is named `order-list`"],
    ),
    "NoReverseMatch: namespace": (
        'from django.urls import reverse\nreverse("blog:list")',
        "NoReverseMatch",
        ["under the namespace `blog`"],
    ),
    "NoReverseMatch: arguments": (
        "from django.urls import path, reverse\nimport types\n"
        "m = types.ModuleType('m')\n"
        "m.urlpatterns = [path('o/<int:pk>/', lambda r, pk: None, name='order')]\n"
        "reverse('order', urlconf=m)",
        "NoReverseMatch",
        ["The URL `order` exists, but takes other arguments", "o/(?P<pk>"],
    ),
    "TemplateDoesNotExist": (
        'from django.template.loader import render_to_string\nrender_to_string("shop/lst.html")',
        "TemplateDoesNotExist",
        ["No template `shop/lst.html` was found"],
    ),
    "TemplateSyntaxError: wrong end": (
        'from django.template import Template\nTemplate("{% for a in b %}{% endfo %}")',
        "TemplateSyntaxError",
        ["`{% endfo %}`", "`endfor`"],
    ),
    "TemplateSyntaxError: unclosed": (
        'from django.template import Template\nTemplate("{% if a %}")',
        "TemplateSyntaxError",
        ["`{% if %}` of line 1 is never closed"],
    ),
    "TemplateSyntaxError: filter": (
        'from django.template import Template\nTemplate("{{ a|uper }}")',
        "TemplateSyntaxError",
        ["There is no filter `uper`"],
    ),
    "ValidationError": (
        'Tag(name="").full_clean()',
        "ValidationError",
        ["`name`: This field cannot be blank."],
    ),
    "AttributeError: on a related manager": (
        "Order.objects.first().items.quantity",
        "AttributeError",
        ["a manager, not one object", "`quantity`", "`.all()`"],
    ),
    "AttributeError: on a queryset": (
        "Order.objects.filter(pk=1).number",
        "AttributeError",
        ["many `Order` objects", "`number` belongs to each"],
    ),
    "AttributeError: misspelled queryset method": (
        "Order.objects.all().oder_by('pk')",
        "AttributeError",
        ["A queryset of `Order` has no `oder_by`. Did you mean `order_by`?"],
    ),
    "AttributeError: on None": (
        'Order.objects.filter(number="none").first().customer',
        "AttributeError",
        ["before `.customer` is None", "`.first()`"],
    ),
    "AttributeError: misspelled field": (
        "Order.objects.first().custmer",
        "AttributeError",
        ["`Order` has no `custmer`. Did you mean `customer`?"],
    ),
    "AttributeError: prefetch of a wrong name": (
        'list(Order.objects.prefetch_related("itms"))',
        "AttributeError",
        ["`Order` has no relation `itms` to prefetch. Did you mean `items`?"],
    ),
    "ValueError: prefetch of a field": (
        'list(Order.objects.prefetch_related("number"))',
        "ValueError",
        ["`number` is no relation"],
    ),
    "ValueError: cannot assign": (
        'Order(customer="Kofi")',
        "ValueError",
        ["`Order.customer` takes a `Customer` object", "`customer_id=...`"],
    ),
    "ValueError: related object not saved": (
        'Order(customer=Customer(name="x"), number="1", placed_at="2026-01-01T00:00Z").save()',
        "ValueError",
        ["The `customer` has not been saved yet"],
    ),
    "ValueError: no primary key yet": (
        "Order().items.count()",
        "ValueError",
        ["This `Order` is not in the database yet"],
    ),
    "ValueError: wrong kind of value": (
        'Order.objects.filter(pk="abc")',
        "ValueError",
        ["`id` takes a number, and got 'abc'."],
    ),
    "ProtectedError": (
        "Order.objects.first().customer.delete()",
        "ProtectedError",
        ["still point to this `Customer`", "`Order.customer`", "on_delete=PROTECT"],
    ),
    "ModuleNotFoundError": (
        "import reprot",
        "ModuleNotFoundError",
        ["There is no module `reprot` here"],
    ),
    "ImportError": (
        "from shop.models import Ordr",
        "ImportError",
        ["`shop.models` has no `Ordr`. Did you mean `Order`?"],
    ),
    "LookupError: app": (
        'from django.apps import apps\napps.get_model("shp.Order")',
        "LookupError",
        ["No app `shp` is in `INSTALLED_APPS`. Did you mean `shop`?"],
    ),
    "LookupError: model": (
        'from django.apps import apps\napps.get_model("shop.Ordr")',
        "LookupError",
        ["The app `shop` has no model `Ordr`. Did you mean `Order`?"],
    ),
    "RuntimeError: no app": (
        "class Thing(models.Model): pass",
        "RuntimeError",
        ["`Thing` stands in a module that belongs to no app"],
    ),
    "NameError": (
        "Oder.objects.all()",
        "NameError",
        ["Nothing is named `Oder` here. Did you mean `Order`?"],
    ),
    "RecursionError": (
        "def again(): return again()\nagain()",
        "RecursionError",
        ["without end", "`again`"],
    ),
    "MemoryError": ("raise MemoryError", "MemoryError", ["`.iterator()`"]),
    "TypeError: order after slice": (
        'Order.objects.all()[:5].order_by("pk")',
        "TypeError",
        ["order first, slice last"],
    ),
    "TypeError: a slice in a prefetch": (
        'from django.db.models import Prefetch\n'
        'from shop.models import Item\n'
        'list(Order.objects.prefetch_related(Prefetch("items", Item.objects.order_by("pk")[:2])))',
        "TypeError",
        ["needs a `to_attr`"],
    ),
    "TypeError: loop over a manager": (
        "for item in Order.objects.first().items: pass",
        "TypeError",
        ["add `.all()`"],
    ),
    "TypeError: unknown argument of a model": (
        'Order(custmer=1)',
        "TypeError",
        ["`Order` has no field `custmer`. Did you mean `customer`?"],
    ),
    "TypeError: assignment to many": (
        "Order.objects.first().items = []",
        "TypeError",
        ["`.items.set([...])`"],
    ),
    "TypeError: naive and aware": (
        "from datetime import datetime\nOrder.objects.first().placed_at > datetime(2026, 1, 1)",
        "TypeError",
        ["timezone.now()"],
    ),
    "TypeError: Decimal and float": ('Decimal(1) * 0.1', "TypeError", ["do not mix"]),
    "TypeError: JSON": (
        "import json\njson.dumps(Decimal(1))",
        "TypeError",
        ["`Decimal`", "DjangoJSONEncoder"],
    ),
    "EOFError": ("input()", "EOFError", ["no keyboard"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_hint(name: str) -> None:
    code, kind, words = CASES[name]
    error = run(HEAD + code).error
    assert error is not None, "the code raised nothing"
    assert error.type == kind
    assert error.hint is not None, error.message
    for each in words:
        assert each in error.hint


def test_circular_import() -> None:
    error = run("import one", one="from two import b\na = 1", two="from one import a\nb = 1").error
    assert error is not None
    assert error.type == "ImportError"
    assert error.hint is not None
    assert "`one` imports a module that imports `one` again" in error.hint


def test_the_first_member_of_a_group_has_the_word() -> None:
    error = run('raise ExceptionGroup("two", [KeyError("a"), MemoryError()])').error
    assert error is not None
    assert (error.type, [each.type for each in error.causes]) == (
        "ExceptionGroup",
        ["KeyError", "MemoryError"],
    )
    assert "`.iterator()`" in (error.hint or "")


def test_an_unknown_error_has_no_hint() -> None:
    error = run("class Odd(Exception): pass\nraise Odd('?')").error
    assert error is not None
    assert error.hint is None
