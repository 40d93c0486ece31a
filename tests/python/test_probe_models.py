"""The probe that looks at models and tries rows out: what it claims of a small app."""

from functools import cache
from json import dumps
from typing import Any

import pytest

import harness
from catalog import project_of
from harness.claim import from_text

MODELS = """
from django.core.validators import MinValueValidator
from django.db import IntegrityError, models
from django.db.models import Q
from django.db.models.functions import Lower

class Author(models.Model):
    name = models.CharField(max_length=40)
    email = models.EmailField()
    rank = models.PositiveIntegerField(default=1, unique=True)

    class Meta:
        ordering = ["-name"]
        indexes = [models.Index(fields=["name", "-email"], name="author_name_email")]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="author_email_once"),
            models.UniqueConstraint(fields=["name"], condition=Q(rank=1), name="one_first"),
        ]

    def save(self, *args, **kwargs):
        raise RuntimeError("nobody calls this")

    def delete(self, *args, **kwargs):
        raise RuntimeError("nor this")

class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="books")
    editor = models.ForeignKey(Author, on_delete=models.SET_NULL, null=True, related_name="edited")
    price = models.DecimalField(max_digits=6, decimal_places=2, validators=[MinValueValidator(0)])

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(price__gte=0), name="book_price")]

class Liar(models.Model):
    size = models.IntegerField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.size < 0:
            raise IntegrityError("CHECK constraint failed: liar_size")
"""
SETTINGS = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.contenttypes", "books"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
"""
EXAMPLES = {
    "Author": {"model": "books.Author", "values": {"name": "Ada", "email": "a@x.org", "rank": 1}},
    "editor": {"model": "books.Author", "values": {"name": "Eve", "email": "e@x.org", "rank": 2}},
    "Liar": {"model": "books.Liar", "values": {"size": 1}},
    "Book": {
        "model": "books.Book",
        "values": {"author": "@Author", "editor": "@editor", "price": "9.50"},
    },
}


def row(example: str, kind: str = "insert", after: tuple[Any, ...] = (), **changes: Any) -> Any:
    return {"kind": kind, "example": example, "changes": changes, "after": list(after)}


# Each trial, whether it went through, and the names that it was stopped by.
TRIALS: list[tuple[dict[str, Any], bool, list[str]]] = [
    (row("Book"), True, []),
    (row("Book", price="-1.00"), False, ["book_price"]),
    (row("Book", price=None), False, ["price"]),
    (row("Book", author_id=77, author=None), False, ["author"]),
    (row("Author", rank=-1), False, ["rank"]),
    (row("Author", after=({},), name="Bo", rank=3, email="A@X.org"), False, ["author_email_once"]),
    (row("Author", after=({},), email="b@x.org", name="Bo"), False, ["rank"]),
    (row("Author", after=({"rank": 4},), email="b@x.org", rank=1), True, []),
    ({"kind": "delete", "example": "Author", "with": ["Book"]}, False, []),
    ({"kind": "delete", "example": "editor", "with": ["Book"]}, True, []),
]


@cache
def seen() -> Any:
    project = project_of("blank")
    files = project["files"] | {
        "config/settings.py": SETTINGS,
        "books/__init__.py": "",
        "books/models.py": MODELS,
    }
    params = {
        "apps": ["books"],
        "migrated": False,
        "examples": EXAMPLES,
        "trials": [
            *(trial for trial, _, _ in TRIALS),
            row("Book", "clean", price="-1.00"),
            row("Book", "clean"),
            row("Book", nothing=1),
            row("Liar", size=-1),
        ],
    }
    request = {
        "project": project | {"files": files},
        "seed": {"size": 1, "number": 1},
        "files": {},
        "entry": "",
        "support": {},
        "probe": {"kind": "models", "opened": False, "params": params},
    }
    harness.renew()
    harness.arrange(dumps(request))
    harness.perform("{}")
    claim = from_text(harness.collect("{}"))
    assert claim.report.error is None, claim.report.error
    assert claim.report.query_count == 0
    return claim.bare


@pytest.mark.parametrize("number", range(len(TRIALS)))
def test_what_came_of_a_trial(number: int) -> None:
    _, done, by = TRIALS[number]
    outcome = seen()["trials"][number]
    assert outcome["done"] is done, outcome
    assert outcome.get("by", []) == by


def test_a_deletion_tells_what_is_left() -> None:
    protected, cleared = seen()["trials"][8:10]
    assert protected["error"] == "ProtectedError"
    assert cleared["gone"]
    assert cleared["left"]["Book"]["editor_id"] is None
    assert cleared["left"]["Book"]["author_id"] is not None


def test_validation_and_fields_that_are_not_there() -> None:
    invalid, valid, unknown, _ = seen()["trials"][len(TRIALS) :]
    assert list(invalid["fields"]) == ["price"]
    assert valid["done"]
    assert unknown["error"] == "TypeError"
    assert "refused" not in unknown


def test_code_that_raises_what_a_database_raises_refuses_nothing() -> None:
    lie = seen()["trials"][-1]
    assert lie["error"] == "IntegrityError"
    assert "refused" not in lie


def test_fields() -> None:
    fields = seen()["models"]["Book"]["fields"]
    assert fields["author"]["to"] == "books.Author"
    assert fields["author"]["on_delete"] == "PROTECT"
    assert fields["editor"]["null"] is True
    assert fields["price"]["type"] == "DecimalField"
    assert fields["price"]["max_digits"] == 6
    assert fields["price"]["validators"][0] == {"type": "MinValueValidator", "limit": "0"}


def test_constraints_and_indexes() -> None:
    author = seen()["models"]["Author"]
    assert author["ordering"] == ["-name"]
    assert [each["name"] for each in author["constraints"]] == ["author_email_once", "one_first"]
    assert author["constraints"][1]["fields"] == ["name"]
    assert "rank" in author["constraints"][1]["condition"]
    assert author["indexes"][0]["fields"] == ["name", "-email"]


def test_lines_and_missing_migrations() -> None:
    places = seen()["places"]
    assert places["Book"] == ["books/models.py", 26]
    assert places["Book.price"] == ["books/models.py", 29]
    assert places["Author.Meta.ordering"] == ["books/models.py", 13]
    missing = seen()["missing"]["books"]
    assert missing[0]["type"] == "CreateModel"
    assert missing[0]["reversible"]
