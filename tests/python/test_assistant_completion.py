# packs: assistant jedi
"""What an editor offers, on the shop's real models."""

import pytest

import shop_runs
from assistant.code import Code
from assistant.completion import complete

ORM = "from shop.models import Customer, Item, Order, Product\nfrom django.db.models import Avg, Count, F, OuterRef, Prefetch, Q, Sum\n"


@pytest.fixture(scope="module", autouse=True)
def shop():
    shop_runs.seeded()


def labels(code, path="report.py"):
    """What is offered at `|`."""
    caret = code.index("|")
    return [each["label"] for each in complete(Code(path, code.replace("|", "", 1), caret))]


# code with a caret, what is offered, what is not
TABLE = [
    # Keywords of filters: fields, relations, reverse names, lookups.
    (
        "Order.objects.filter(|",
        "number customer status placed_at items pk customer_id",
        "icontains orders save",
    ),
    ("Order.objects.filter(|)", "number customer status items", "addresses"),
    ("Order.objects.filter(sta|)", "status", ""),
    ("Order.objects.exclude(number='x', cus|)", "customer", "products"),
    ("Order.objects.get(|)", "number pk", "filter"),
    (
        "Order.objects.filter(customer__|)",
        "name user orders addresses isnull in",
        "number icontains",
    ),
    ("Order.objects.filter(customer__user__|)", "email username", "phone"),
    ("Order.objects.filter(customer__user__email__|)", "icontains endswith iexact", "year email"),
    ("Order.objects.filter(placed_at__|)", "year date gte range week_day", "customer"),
    ("Order.objects.filter(placed_at__year__|)", "gte in exact", "year"),
    ("Order.objects.filter(placed_at__date__|)", "gte year month", "hour"),
    ("Order.objects.filter(nothing__|)", "", "number exact"),
    ("Order.objects.filter(items__product__|)", "name sku category tags", "quantity"),
    ("Product.objects.filter(category__parent__|)", "name slug children isnull", "sku"),
    ("Product.objects.filter(is_active__|)", "exact isnull", "customer"),
    ("Order.objects.create(|)", "number customer status", "items icontains"),
    ("Order.objects.update(|)", "status note", "items"),
    ("Order(|)", "number customer", "items"),
    ("get_object_or_404(Order, |)", "number customer", "sku"),
    # Choices of a field.
    ("Order.objects.filter(status='|')", "paid shipped", "status"),
    ("Order.objects.filter(status__in=['|'])", "paid draft", "status"),
    # Paths in strings.
    ("Order.objects.order_by('|')", "number placed_at customer", "save icontains"),
    ("Order.objects.order_by('-pla|')", "placed_at", ""),
    ("Order.objects.order_by('customer__|')", "name joined_at", "number isnull"),
    ("Order.objects.values('customer__user__|')", "email", "phone"),
    ("Order.objects.values_list('|", "number status", "filter"),
    ("Order.objects.only('|')", "number note", "items"),
    ("Order.objects.defer('no|')", "note", "items"),
    ("Order.objects.select_related('|')", "customer shipping_address", "items number status"),
    ("Order.objects.select_related('customer__|')", "user", "orders addresses name"),
    ("Customer.objects.select_related('|", "user", "orders"),
    ("Order.objects.prefetch_related('|')", "items customer", "number"),
    ("Order.objects.prefetch_related('items__|')", "product order", "quantity"),
    ("Order.objects.prefetch_related(Prefetch('|'))", "items", "number"),
    (
        "Order.objects.prefetch_related(Prefetch('items', queryset=Item.objects.filter(|)))",
        "quantity product",
        "number",
    ),
    ("Order.objects.annotate(n=Count('|'))", "items customer number", "isnull"),
    ("Order.objects.annotate(total=Sum('items__|'))", "quantity unit_price", "exact"),
    (
        "Order.objects.annotate(total=Sum(F('items__quantity') * F('items__unit|')))",
        "unit_price",
        "number",
    ),
    ("Product.objects.filter(stock__lt=F('|'))", "price stock", "quantity"),
    ("Order.objects.filter(Q(status='paid'), Q(|))", "number customer", "sku"),
    ("Order.objects.filter(~Q(customer__|))", "name", "number"),
    ("Customer.objects.annotate(n=Count('orders', filter=Q(orders__|)))", "status number", "phone"),
    (
        "Customer.objects.annotate(x=Exists(Order.objects.filter(customer=OuterRef('|'))))",
        "phone user",
        "number",
    ),
    ("Order.objects.annotate(total=Sum('items__quantity')).filter(|)", "total number", ""),
    ("Order.objects.annotate(total=Sum('items__quantity')).order_by('-|')", "total placed_at", ""),
    ("Order.objects.annotate(Count('items')).filter(items|)", "items__count items", ""),
    ("Product.objects.aggregate(Avg('|'))", "price stock", "quantity"),
    # Attributes of instances.
    (
        "order = Order.objects.first()\norder.|",
        "number customer customer_id items save get_status_display refresh_from_db",
        "objects filter",
    ),
    ("for order in Order.objects.all():\n    order.|", "number customer items", "filter"),
    (
        "for order in Order.objects.all():\n    print(order.customer.|)\n",
        "name user orders",
        "number",
    ),
    (
        "for order in Order.objects.all():\n    for item in order.items.all():\n        item.product.|",
        "name price items",
        "quantity",
    ),
    ("rows = [order.| for order in Order.objects.all()]", "number customer", "filter"),
    (
        "total = sum(item.| for item in order.items.all())".replace(
            "order.", "Order.objects.get(pk=1)."
        ),
        "quantity subtotal product",
        "number",
    ),
    ("def show(order: Order):\n    return order.|\n", "number items", ""),
    (
        "def recent():\n    return Order.objects.filter(status='paid')\n\nfor one in recent():\n    one.|",
        "number",
        "",
    ),
    ("order, made = Order.objects.get_or_create(number='1')\norder.|", "customer", "filter"),
    ("for n, order in enumerate(Order.objects.all()):\n    order.|", "number", ""),
    ("Order.objects.annotate(total=Sum('items__quantity')).first().|", "total number", ""),
    (
        "order = Order.objects.all()[0]\norder.customer.user.|",
        "email check_password get_full_name",
        "phone",
    ),
    ("user = Customer.objects.first().user\nuser.customer.|", "phone orders", "email"),
    ("orders = Order.objects.all()\norders = orders.filter(|)\n", "number", "sku"),
    # Managers, related managers and querysets.
    ("Order.objects.|", "filter select_related annotate create count", "number as_manager"),
    ("Order.objects.filter(status='paid').|", "exclude order_by exists", "number"),
    ("order = Order.objects.get(pk=1)\norder.items.|", "filter create all", "number quantity"),
    ("order = Order.objects.get(pk=1)\norder.items.filter(|)", "quantity product", "number"),
    ("Product.objects.get(pk=1).tags.|", "add remove clear set filter", "name"),
    ("Order.objects.values('number').|", "filter annotate", "number"),
    ("(\n    Order.objects\n    .filter(status='paid')\n    .order_by('|')\n)", "number", ""),
    ("Order.|", "objects Status DoesNotExist", "filter"),
    # What the names of arguments might mean is not guessed.
    ("def show(order):\n    order.|\n", "", "number customer"),
    ("Order.objects.filter(number=f'|')", "", "number paid"),
    ("# Order.objects.|", "", "filter"),
    # Jedi, for the rest.
    ("import datetime\ndatetime.datetime.no|", "now", "number"),
    ("'text'.upp|", "upper", ""),
    ("names = [1, 2]\nnam|", "names", ""),
]


def inserted(code, label):
    caret = code.index("|")
    found = complete(Code("report.py", ORM + code.replace("|", "", 1), len(ORM) + caret))
    one = next(each for each in found if each["label"] == label)
    return one["insert"], one["replace"]


def test_what_is_inserted():
    assert inserted("Order.objects.filter(sta|)", "status") == ("status=", 3)
    assert inserted("Order.objects.filter(sta|=1)", "status") == ("status", 3)
    assert inserted("Order.objects.filter(customer__na|)", "name") == ("name=", 2)
    assert inserted("Order.objects.filter(cu|)", "customer") == ("customer", 2)
    assert inserted("Order.objects.order_by('-pla|')", "placed_at") == ("placed_at", 3)
    assert inserted("Order.objects.fil|", "filter") == ("filter", 3)


def test_what_is_told_of_it():
    code = ORM + "Order.objects.filter("
    told = {each["label"]: each for each in complete(Code("report.py", code, len(code)))}
    assert told["customer"]["detail"] == "ForeignKey to Customer"
    assert told["customer"]["kind"] == "relation"
    assert told["items"]["detail"] == "many Item, by Item.order"
    assert "'paid'" in told["status"]["documentation"]


@pytest.mark.parametrize(("code", "offered", "not_offered"), TABLE, ids=[row[0] for row in TABLE])
def test_what_is_offered(code, offered, not_offered):
    found = labels(ORM + code)
    assert set(offered.split()) <= set(found)
    assert not set(not_offered.split()) & set(found)
