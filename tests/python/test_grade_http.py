# packs: admin
"""`expect.http`: what scenarios of requests find out, and what a learner reads."""

import json
from typing import Any

import pytest
from django.test import client

from harness.exhibits import HttpExhibit, Pair, Visit
from harness.project import ProjectError
from harness.report import Measured, Report
from shop_runs import grade

URLS = """
from django.urls import path
import views
urlpatterns = [path("orders/<int:pk>/", views.order), path("form/", views.form), path("say/", views.say)]
"""
VIEWS = """
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template import engines
from shop.models import Order

@login_required
def order(request, pk):
    found = get_object_or_404(Order, pk=pk, customer__user=request.user)
    return JsonResponse({"id": found.pk, "number": found.number})

def form(request):
    template = engines["django"].from_string("<form>{% csrf_token %}</form>")
    response = HttpResponse(template.render({}, request))
    response.set_cookie("seen", "yes", httponly=True)
    return response

def say(request):
    return HttpResponse(request.headers.get("X-Word", "nothing") + str(len(request.body)))
"""
WORLD = """
from shop.models import Order

def make():
    order = Order.objects.select_related("customer__user").order_by("pk").first()
    other = Order.objects.exclude(customer=order.customer).first()
    return {"own": order.pk, "number": order.number, "other": other.pk,
            "me": order.customer.user.username}

def note(pk):
    return Order.objects.get(pk=pk).note

def signed(word, pk):
    return {"headers": {"X-Word": f"{word}{pk}"}, "body": "abc", "content_type": "text/plain"}
"""


def judge(checks: str, views: str = VIEWS, solution: str = VIEWS) -> Report:
    body = "\n".join(f"    {line}" for line in checks.strip().splitlines())
    whole = (
        f'def check(expect):\n    web = expect.http(data=(9, 3), setup="world.py:make")\n{body}\n'
    )
    files = {"views.py": views, "urls.py": URLS}
    return grade(
        {
            "files": files,
            "entry": "views.py",
            "checks": whole,
            "support": {"world.py": WORLD},
            "solution": {**files, "views.py": solution},
        }
    )


@pytest.fixture(autouse=True)
def routed() -> Any:
    """The shop's own URLs are none."""
    from django.conf import settings
    from django.urls import clear_url_caches

    from shop_runs import seeded

    seeded()
    settings.ROOT_URLCONF = "urls"
    clear_url_caches()
    yield
    clear_url_caches()


def told(report: Report) -> list[tuple[str, str]]:
    return [(each.status, each.message) for each in report.checks]


def test_a_scenario_that_holds() -> None:
    report = judge("""
me = web.user("{me}", called="Anna")
with web.check("Anna reads her order"):
    me.get("/orders/{own}/").status(200).json({"id": "{own}", "number": "{number}"})
    me.get("/orders/{other}/").status(404).queries(at_most=3)
with web.check("Nobody else does"):
    web.anonymous.get("/orders/{own}/").status(302).header("Location").no_header("X-Odd")
""")
    own = report.exhibits[0]
    assert [each.title for each in report.checks] == ["Anna reads her order", "Nobody else does"]
    assert [each.status for each in report.checks] == ["passed", "passed"]
    assert isinstance(own, HttpExhibit)
    first, _, last = own.visits
    assert (first.method, first.path, first.who, first.status) == ("GET", "/orders/1/", "Anna", 200)
    assert json.loads(first.response.body)["id"] == 1
    assert Pair("content-type", "application/json") in first.response.headers
    assert first.ms > 0
    assert (last.who, last.status, last.queries) == ("anonymous", 302, 0)
    assert [visit.wrong for visit in own.visits] == [[], [], []]
    assert len(report.exhibits) == 1
    assert report.query_count > 0


def visits(report: Report) -> list[Visit]:
    (shown,) = report.exhibits
    assert isinstance(shown, HttpExhibit)
    return shown.visits


def test_what_is_wrong_is_told_with_its_request_for_every_check() -> None:
    report = judge("""
me = web.user("{me}")
with web.check("One"):
    me.get("/orders/{own}/").status(200)
    me.get("/orders/{other}/").status(200)
with web.check("Two"):
    me.get("/orders/{own}/").status(201).that(lambda got: got.json["nothing"])
    web.anonymous.post("/say/", json={"a": 1}).status(202)
""")
    wrong = [visit.wrong for visit in visits(report)]
    assert wrong[:2] == [[], ["It answered 404, not 200."]]
    assert wrong[2] == ["It answered 200, not 201."]
    sent = visits(report)[3].request
    assert (sent.body, sent.headers) == (
        '{"a": 1}',
        [Pair("content-type", "application/json")],
    )


@pytest.mark.parametrize(
    ("demand", "words"),
    [
        ('me.get("/orders/{other}/").status(200, 204)', "answered 404, not 200 or 204"),
        ('me.get("/orders/{own}/").queries(at_most=1)', "took 3 queries; at most 1 passes"),
        ('me.get("/orders/{own}/").json({"id": 0})', "the key 'number' is not expected"),
        ('me.get("/orders/{own}/").contains("Zebra")', "without “Zebra”"),
        ('me.get("/orders/{own}/").lacks("{number}")', "and told “BR-"),
        ('me.get("/form/").json({})', "answered 200 without JSON"),
        ('me.get("/form/").header("X-Odd")', "without the header X-Odd"),
        ('me.get("/form/").header("Content-Type", "x")', "with Content-Type: text/html"),
        ('me.get("/form/").no_header("Content-Type")', "with Content-Type: text/html"),
        ('me.get("/form/").that(lambda got: "It is odd")', "It is odd"),
        ('web.call("world.py:note", doing="The note", pk="{own}").equals("x")', "The note"),
        ('me.get("/orders/{lost}/").status(200)', "was not sent: it needs “lost”"),
    ],
)
def test_a_demand_that_does_not_hold(demand: str, words: str) -> None:
    report = judge(f'me = web.user("{{me}}")\n{demand}')
    ((status, message),) = told(report)
    assert status == "failed"
    assert words in message
    assert report.verdict is not None
    assert not report.verdict.passed


def test_an_exception_is_told_with_its_line() -> None:
    views = VIEWS.replace("    found =", "    1/0\n    found =")
    report = judge('web.user("{me}").get("/orders/{own}/").status(200)', views)
    ((status, message),) = told(report)
    assert status == "failed"
    assert "answered 500, not 200. ZeroDivisionError was raised in line 10 of views.py" in message
    assert report.checks[0].place is not None
    assert report.checks[0].place.line == 10
    (visit,) = visits(report)
    assert (visit.status, visit.trouble) == (500, "ZeroDivisionError: division by zero")
    assert visit.place == report.checks[0].place
    assert visit.wrong == ["It answered 500, not 200."]


@pytest.mark.parametrize("broken", ["def order(:", "import nothing", "raise SystemExit(0)"])
def test_a_module_that_does_not_import(broken: str) -> None:
    report = judge('web.anonymous.get("/form/").status(200)', broken)
    ((status, message),) = told(report)
    assert status == "failed"
    assert "gave no answer, not 200" in message


def test_csrf_cookies_and_what_a_response_keeps() -> None:
    report = judge("""
web.visitor(csrf=True).post("/form/", form={"a": 1}).status(403)
ben = web.visitor(csrf=True)
page = ben.get("/form/").keep(token="text:value=\\"([^\\"]+)\\"").status(200)
page.that(lambda got: got.cookies["seen"] == {"value": "yes", "path": "/", "httponly": True})
ben.post("/form/", form={"csrfmiddlewaretoken": "{token}"}).status(200)
ben.post("/form/", headers={"X-CSRFToken": "{token}"}, json={"a": [1]}).status(200)
""")
    assert [status for status, _ in told(report)] == ["passed"] * 5


API = """
from rest_framework.decorators import api_view, authentication_classes
from rest_framework.response import Response

@api_view(["GET"])
@authentication_classes([])
def order(request, pk):
    return Response({"me": request.user.username, "pk": pk})

form = say = order
"""


def test_a_user_of_an_api_needs_no_session() -> None:
    report = judge(
        """
web.user("{me}", api=True).get("/orders/{own}/", headers={"Accept": "application/json"}).json(
    {"me": "{me}", "pk": "{own}"})
web.visitor(api=True).get("/orders/{own}/", headers={"Accept": "application/json"}).json(
    {"me": "", "pk": "{own}"})
""",
        API,
    )
    assert told(report) == [
        ("passed", "`GET /orders/1/` as customer2: 200."),
        ("passed", "`GET /orders/1/` as anonymous: 200."),
    ]


def test_requests_are_told_apart() -> None:
    report = judge('web.anonymous.get("/form/", about="an old link").status(404)')
    assert told(report) == [
        ("failed", "`GET /form/` as anonymous (an old link) answered 200, not 404.")
    ]
    assert visits(report)[0].who == "anonymous (an old link)"


def test_parts_of_a_request_are_made_when_it_is_sent() -> None:
    report = judge("""
web.anonymous.post("/say/", made=("world.py:signed", {"word": "w", "pk": "{own}"})).contains("w13")
web.anonymous.post("/say/", json={"a": 1}, query={"q": "1"}).contains("nothing8")
""")
    assert [status for status, _ in told(report)] == ["passed", "passed"]


def test_compared_with_the_solution() -> None:
    views = VIEWS.replace('"number": found.number', '"number": "BR"')
    demand = 'web.user("{me}").get("/orders/{own}/").same_as_solution()'
    assert told(judge(demand))[0][0] == "passed"
    status, message = told(judge(demand, views))[0]
    assert status == "failed"
    assert "answered 200 with other data: `number`: expected 'BR-000001', got 'BR'" in message


def test_another_page_is_told_where_it_parts() -> None:
    demand = 'web.anonymous.post("/say/", json=1, about="a word").same_as_solution()'
    assert told(judge(demand))[0][0] == "passed"
    _, message = told(judge(demand, VIEWS.replace('"nothing"', '"all or nothing"')))[0]
    assert "answered 200 with “all or nothing1” where “nothing1” is right" in message
    _, message = told(judge(demand, VIEWS.replace('"nothing"', '" nothing"')))[0]
    assert "answered 200 with other spaces or line breaks" in message


def test_a_patched_client_is_not_the_one_that_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    # To be put back after this test.
    monkeypatch.setattr(client.Client, "request", client.Client.request)
    monkeypatch.setattr(client.ClientHandler, "__call__", client.ClientHandler.__call__)
    views = (
        VIEWS
        + """
from django.test import client
client.Client.request = client.ClientHandler.__call__ = lambda *a, **k: HttpResponse("fine")
"""
    )
    # The first request imports the views.
    report = judge(
        'who = web.anonymous\nwho.get("/say/")\nwho.get("/orders/1/").status(200)', views
    )
    ((status, message),) = told(report)
    assert status == "failed"
    assert "answered 302, not 200" in message


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        ('web.user("nobody").get("/").status(200)', "there is no user 'nobody'"),
        ('web.call("lost.py:f", doing="x").equals(1)', "there is no support/lost.py"),
    ],
)
def test_an_authors_mistake_is_no_verdict(checks: str, words: str) -> None:
    with pytest.raises(ProjectError, match=words):
        judge(checks)


PAGES = """
from django.http import HttpResponse
from shop.models import Order

def page(request):
    return HttpResponse("<h1>Desk</h1><p id='orders'>" + str(Order.objects.count()) + " orders</p>")
"""


def page(checks: str, views: str = PAGES) -> Report:
    def whole(text: str) -> str:
        return VIEWS + text + "\norder = form = say = page\n"

    return judge(checks, whole(views), whole(PAGES))


SAME = 'with web.check("Same"):\n    web.anonymous.get("/say/").budget(2)'


def test_a_budget_is_shown_when_it_is_kept() -> None:
    (check,) = page(SAME).checks
    assert (check.status, check.measured) == ("passed", Measured(1, 2, "queries"))
    thrice = PAGES.replace(
        "    return", "    Order.objects.count() + Order.objects.count()\n    return"
    )
    (check,) = page(SAME, thrice).checks
    assert (check.status, check.measured) == ("failed", Measured(3, 2, "queries"))


@pytest.mark.parametrize(
    ("old", "new", "part", "message"),
    [
        ("<h1>Desk</h1>", "<div>  <h1 class='big'>Desk</h1></div>", "", None),
        ("Desk", "Bureau", "", "shows “Bureau 9 orders” where “Desk 9 orders” is right"),
        ("Desk", "Bureau", '"orders"', None),
        (" orders<", " parcels<", '"orders"', "shows “9 parcels” where “9 orders” is right"),
        ("id='orders'", "", '"orders"', "answered 200 without an element whose id is “orders”"),
    ],
)
def test_a_page_is_compared_by_its_words(
    old: str, new: str, part: str, message: str | None
) -> None:
    (check,) = page(f"{SAME}.same_words_as_solution({part})", PAGES.replace(old, new)).checks
    assert (check.status, message is None) in (("passed", True), ("failed", False))
    assert message is None or check.message == f"`GET /say/` as anonymous {message}."
