"""Columns that instances were loaded with and that nothing read."""

import copy
import pickle

import pytest
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query_utils import DeferredAttribute

PLAIN = "from library.models import *\n"


@pytest.fixture
def unread(learn_closely):
    """What is unread of the only shape that loads from a table."""

    def of(source, table="library_book", **names):
        shapes = learn_closely(PLAIN + source, **names).recording.shapes
        (shape,) = [each for each in shapes if each.tables[:1] == [table]]
        return shape.unread

    return of


def columns(*names, table="library_book"):
    return [f"{table}.{name}" for name in names]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (
            "for b in Book.objects.all(): b.title",
            ["isbn", "blurb", "published", "author_id", "publisher_id"],
        ),
        (
            "for b in Book.objects.all(): b.title, b.isbn, b.blurb, b.published, b.author_id, b.publisher_id",
            [],
        ),
        # Reading one of them is reading the column.
        ("books = list(Book.objects.only('title', 'isbn'))\nbooks[-1].isbn", ["title"]),
        (
            "[b.title for b in Book.objects.defer('blurb', 'publisher', 'author', 'published')]",
            ["isbn"],
        ),
        # A relation that was followed had need of its key.
        ("for b in Book.objects.only('author').select_related('author'): b.author", []),
        (
            "for b in Book.objects.only('title', 'author').iterator(): b.title",
            ["author_id"],
        ),
        ("b = Book.objects.only('title').first()\nb.title = 'x'", ["title"]),
        (
            "b = Book.objects.only('title').first()\nb.refresh_from_db(fields=['title'])\nb.title",
            None,
        ),
        # Saving reads all that is saved.
        ("b = Book.objects.first()\nb.save()", None),
    ],
)
def test_what_nobody_read(learn_closely, source, left):
    shapes = learn_closely(PLAIN + source).recording.shapes
    found = [each.unread for each in shapes if each.tables[:1] == ["library_book"]]
    if left is None:
        assert [] in found
    else:
        assert [each for each in found[0] if each.startswith("library_book.")] == columns(*left)


@pytest.mark.parametrize(
    "source",
    [
        "list(Book.objects.values('title'))",
        "Book.objects.count()",
        "pickled = dump(list(Book.objects.all()))",
        "copied = duplicate(Book.objects.first())",
        "list(Book.objects.raw('SELECT * FROM library_book'))",
    ],
)
def test_what_cannot_be_known(unread, source):
    assert unread(source, dump=pickle.dumps, duplicate=copy.copy) is None


def test_joined_rows_have_columns_of_their_own(unread):
    left = unread("for b in Book.objects.select_related('author'): b.author.name")
    assert "library_author.bio" in left
    assert "library_author.name" not in left


def test_prefetching_reads_what_it_matches_by(learn_closely):
    source = "for a in Author.objects.prefetch_related('books'): [b.title for b in a.books.all()]"
    (_, books) = learn_closely(PLAIN + source).recording.shapes
    assert "library_book.author_id" not in books.unread
    assert "library_book.isbn" in books.unread


def test_each_source_counts_for_its_own(learn_closely):
    source = (
        "first = list(Book.objects.order_by('pk'))\n"
        "second = list(Book.objects.order_by('-pk'))\n"
        "for b in first: b.title\n"
        "for b in second: b.isbn\n"
    )
    one, other = learn_closely(PLAIN + source).recording.shapes
    assert "library_book.title" not in one.unread
    assert "library_book.title" in other.unread
    assert "library_book.isbn" in one.unread


def test_code_that_python_has_sped_up_is_seen_reading(learn_closely):
    source = (
        "def titles(books):\n"
        "    return [b.title for b in books for _ in range(40)]\n"
        "titles(Book.objects.order_by('pk'))\n"
        "titles(Book.objects.order_by('-pk'))\n"
    )
    for shape in learn_closely(PLAIN + source).recording.shapes:
        assert "library_book.title" not in shape.unread


def test_reads_of_rows_that_come_late(learn_closely):
    """Those beyond the first of a large result are made while nobody watches."""
    source = (
        "Tag.objects.bulk_create(Tag(name=str(n)) for n in range(200))\n"
        "tags = list(Tag.objects.order_by('pk'))\n"
        "tags[-1].name"
    )
    shapes = learn_closely(PLAIN + source).recording.shapes
    assert [each.unread for each in shapes if each.verb == "SELECT"] == [[]]


def test_what_learners_see_stays(learn_closely):
    source = (
        "book = Book.objects.only('title', 'author').first()\n"
        "print(book.get_deferred_fields() >= {'isbn', 'blurb'})\n"
        "print(type(Book.isbn).__name__, type(Book.author_id).__name__)\n"
        "book.title = 'new'\n"
        "print(vars(book)['title'], book.title)\n"
        "print(len(book.isbn) > 0)\n"
        "author = book.author\n"
        "book.author_id = 0\n"
        "print('author' in book._state.fields_cache)\n"
        "print(Book(title='t').title)\n"
        "try:\n    Book.objects.only('title').first().nope\n"
        "except AttributeError as error: print(error)\n"
    )
    assert learn_closely(PLAIN + source).output.splitlines() == [
        "True",
        "DeferredAttribute ForeignKeyDeferredAttribute",
        "new new",
        "True",
        "False",
        "t",
        "'Book' object has no attribute 'nope'",
    ]


def test_nothing_stays_behind(learn_closely):
    from library.models import Author, Book

    with pytest.raises(ZeroDivisionError):
        learn_closely(PLAIN + "list(Book.objects.select_related('author'))\n1 / 0")
    for model in (Book, Author):
        for field in model._meta.concrete_fields:
            descriptor = vars(model)[field.attname]
            assert type(descriptor) in (DeferredAttribute, ForeignKeyDeferredAttribute)
            assert set(vars(descriptor)) == {"field"}


def test_code_that_ended_early_accuses_nobody(library):
    from harness.recorder import Recorder
    from library.models import Book

    recorder = Recorder(str(library), closely=True)
    with pytest.raises(ZeroDivisionError), recorder:
        print(Book.objects.first().pk / 0)
    assert [shape.unread for shape in recorder.result().shapes] == [None]


def test_rows_that_outlive_the_run_stay_ordinary(learn_closely):
    from library.models import Tag

    kept = []
    source = (
        "from django.db.models.query import ModelIterable\n"
        "Tag.objects.bulk_create(Tag(name=str(n)) for n in range(200))\n"
        "rows = iter(ModelIterable(Tag.objects.all()))\n"
        "kept.extend([rows, *(next(rows) for _ in range(60))])"
    )
    learn_closely(PLAIN + source, kept=kept)
    kept[0].close()
    assert type(vars(Tag)["name"]) is DeferredAttribute
    assert kept[-1].name
