"""The words of `expect.models`, on claims as a probe makes them, true and forged."""

from collections.abc import Callable
from typing import Any

import pytest

from harness.claim import Claim
from harness.plain import plain
from harness.report import Report, Timings
from judge.expect import Expect
from judge.models import Models
from judge.request import Metered, Reads
from judge.ruling import Failed, Outcome, Passed, Ruling

FIELD = {"type": "DecimalField", "null": False, "to": None}
SEEN: dict[str, Any] = {
    "models": {
        "Order": {
            "fields": {"total": FIELD},
            "ordering": ["-pk"],
            "constraints": [{"name": "total_positive", "type": "CheckConstraint"}],
            "indexes": [{"name": "by_total", "fields": ["total"]}],
        }
    },
    "places": {"Order": ["shop/models.py", 3], "Order.total": ["shop/models.py", 4]},
    "user_model": "shop.User",
    "issues": [],
    "missing": {},
    "trials": [],
}


def rule(say: Callable[[Models], None], **seen: Any) -> Ruling:
    """What the first demand comes to."""
    models = Expect({}).models("shop")
    models.example("Order", {"total": "1.00"})
    say(models)
    empty: list[Any] = []
    report = Report(
        "grading",
        empty,
        0,
        None,
        None,
        0,
        empty,
        empty,
        empty,
        empty,
        empty,
        None,
        Timings(0, 0, 0),
    )
    outcome = Outcome(
        models.probes[0], Metered(Claim(report, plain(SEEN | seen)), Reads(0, 0, 0)), None, {}
    )
    return models.requirements[0].rule([outcome])


ABOUT_MODELS: list[tuple[Callable[[Models], None], bool, str]] = [
    (lambda m: m.field("Order", "total", type="DecimalField", null=False), True, "the type"),
    (
        lambda m: m.field("Order", "total", null=True),
        False,
        "has `null=False`; expected `null=True`",
    ),
    (lambda m: m.field("Order", "totl"), False, "has no field `totl`; it has `total`"),
    (lambda m: m.field("Ordr", "total"), False, "There is no model `Ordr`; there are `Order`"),
    (lambda m: m.no_field("Order", "price"), True, "no field `price`"),
    (lambda m: m.no_field("Order", "total"), False, "still has the field"),
    (lambda m: m.ordering("Order", ["-pk"]), True, "ordered by `-pk`"),
    (lambda m: m.ordering("Order", ["pk"]), False, "expected `pk`"),
    (
        lambda m: m.constraint("Order", "total_positive", type="CheckConstraint"),
        True,
        "has the constraint",
    ),
    (lambda m: m.constraint("Order", "other"), False, "it has `total_positive`"),
    (lambda m: m.index("Order", "total"), True, "an index on `total`"),
    (
        lambda m: m.index("Order", "total", "pk"),
        False,
        "no index on `total` and `pk`; it has `total`",
    ),
    (lambda m: m.user_model("shop.User"), True, "shop.User"),
    (lambda m: m.user_model("auth.User"), False, "should be"),
    (lambda m: m.no_issues(), True, "finds nothing"),
    (lambda m: m.no_changes(), True, "No changes detected"),
    (lambda m: m.that("It is so", lambda seen: "It is not."), False, "It is not."),
]


@pytest.mark.parametrize(("say", "passes", "words"), ABOUT_MODELS)
def test_models(say: Callable[[Models], None], passes: bool, words: str) -> None:
    ruling = rule(say)
    assert isinstance(ruling, Passed if passes else Failed)
    assert words in ruling.message


def test_a_field_is_blamed_at_its_line() -> None:
    ruling = rule(lambda m: m.field("Order", "total", null=True))
    assert isinstance(ruling, Failed)
    assert ruling.place is not None
    assert (ruling.place.file, ruling.place.line) == ("shop/models.py", 4)


DONE: dict[str, Any] = {"done": True, "row": {"total": 2}, "gone": True, "left": {}}
REFUSED = {"done": False, "error": "IntegrityError", "message": "no", "refused": True, "by": ["a"]}
INVALID = {"done": False, "error": "ValidationError", "message": "no", "fields": {"total": ["no"]}}
BROKEN = {"done": False, "error": "TypeError", "message": "unexpected keyword"}


def refuses(m: Models) -> None:
    m.refuses("Order", {"total": "-1"}, by="a", title="t")


def refuses_otherwise(m: Models) -> None:
    m.refuses("Order", {"total": "-1"}, by="b", title="t")


def accepts(m: Models) -> None:
    m.accepts("Order", {}, after=[{}], title="t")


def invalid(m: Models) -> None:
    m.invalid("Order", {}, on="total", title="t")


def invalid_elsewhere(m: Models) -> None:
    m.invalid("Order", {}, on="number", title="t")


def valid(m: Models) -> None:
    m.valid("Order", {}, title="t")


def stores(m: Models) -> None:
    m.stores("Order", {}, {"total": "2"}, title="t")


def stores_other(m: Models) -> None:
    m.stores("Order", {}, {"total": "3"}, title="t")


def protects(m: Models) -> None:
    m.protects("Order", beside=[], title="t")


def deletes(m: Models) -> None:
    m.deletes("Order", beside=["Order"], title="t")


ABOUT_ROWS: list[tuple[Callable[[Models], None], dict[str, Any], bool, str]] = [
    (refuses, REFUSED, True, "A row of `Order` with `total='-1'`: refused by `a`."),
    (refuses, DONE, False, "`a` should refuse it"),
    (refuses, BROKEN, False, "raised TypeError"),
    (refuses_otherwise, REFUSED, False, "refused by `a`; expected `b`"),
    (accepts, DONE, True, "A row of `Order`, after 1 like it: saved."),
    (accepts, REFUSED, False, "`a` refused it"),
    (accepts, BROKEN, False, "raised TypeError"),
    (invalid, INVALID, True, "no"),
    (invalid, DONE, False, "passed `full_clean()`"),
    (invalid, REFUSED, False, "raised IntegrityError"),
    (invalid_elsewhere, INVALID, False, "errors at `total`; expected one at `number`"),
    (valid, DONE, True, "valid"),
    (valid, INVALID, False, "should be valid"),
    (stores, DONE, True, "`total` is 2"),
    (stores_other, DONE, False, "`total` is 2 in the database; expected 3"),
    (stores, REFUSED, False, "raised IntegrityError"),
    (protects, REFUSED, True, "refused"),
    (protects, DONE, False, "it should be refused"),
    (deletes, DONE | {"left": {"Order": None}}, True, "nothing left"),
    (deletes, DONE | {"left": {"Order": {}}}, False, "`Order` is still there"),
    (deletes, REFUSED, False, "raised IntegrityError"),
]


@pytest.mark.parametrize(("say", "trial", "passes", "words"), ABOUT_ROWS)
def test_rows(
    say: Callable[[Models], None], trial: dict[str, Any], passes: bool, words: str
) -> None:
    ruling = rule(say, trials=[trial])
    assert isinstance(ruling, Passed if passes else Failed)
    assert words in ruling.message


FORGED: list[Any] = [[], [None], [{}], [{"done": None}], "passed"]


@pytest.mark.parametrize("trials", FORGED)
@pytest.mark.parametrize("say", [refuses, accepts, invalid, stores, protects, deletes])
def test_what_makes_no_sense_does_not_pass(say: Callable[[Models], None], trials: Any) -> None:
    ruling = rule(say, trials=trials)
    assert isinstance(ruling, Failed)


def test_a_trial_of_an_example_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        rule(lambda m: m.accepts("Customer", {}, title="t"))
