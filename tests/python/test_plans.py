"""Plans of statements, and the relations that queries follow."""

import pytest

PLAIN = "from library.models import *\nfrom django.db import connection, transaction\n"


@pytest.fixture
def plan(learn_closely):
    """The plan of the last shape."""

    def of(source):
        steps = learn_closely(PLAIN + source).recording.shapes[-1].plan
        return steps and [(s.depth, s.kind, s.table, s.index, s.covering) for s in steps]

    return of


@pytest.mark.parametrize(
    ("source", "steps"),
    [
        ("list(Book.objects.all())", [(0, "scan", "library_book", None, False)]),
        (
            "Book.objects.get(pk=1)",
            [(0, "search", "library_book", "primary key", False)],
        ),
        (
            "list(Book.objects.filter(author=1).values('pk'))",
            [(0, "search", "library_book", "library_book_author_id_8b9a0f3c", True)],
        ),
        (
            "list(Book.objects.order_by('title'))",
            [(0, "scan", "library_book", None, False), (0, "sort", None, None, False)],
        ),
        (
            # The second time a table is joined, it has a name of Django's.
            "list(Author.objects.filter(mentor__name='x'))",
            [
                (0, "scan", "library_author", None, False),
                (0, "search", "library_author", "library_author_mentor_id_", False),
            ],
        ),
        (
            'Book.objects.filter(pk=1).update(title="it\'s")',
            [(0, "search", "library_book", "primary key", False)],
        ),
        ("transaction.atomic().__enter__()", None),
        (
            "connection.cursor().execute('SELECT text FROM library_note')",
            [(0, "scan", "library_note", None, False)],
        ),
    ],
)
def test_plan(plan, source, steps):
    found = plan(source)
    if found and steps:
        # Names of indexes end in a hash.
        found = [(*s[:3], s[3] and s[3].partition("_id_")[0], s[4]) for s in found]
        steps = [(*s[:3], s[3] and s[3].partition("_id_")[0], s[4]) for s in steps]
    assert found == steps


def test_steps_within_steps(plan):
    steps = plan("list(Book.objects.filter(author__in=Author.objects.filter(name='x')))")
    assert {depth for depth, *_ in steps} > {0}
    assert "subquery" in {kind for _, kind, *_ in steps}


def test_explaining_changes_nothing(learn_closely):
    source = PLAIN + "Book.objects.filter(pk=1).delete()\nprint(Book.objects.count())"
    run = learn_closely(source)
    assert run.recording.query_count == sum(shape.count for shape in run.recording.shapes)
    from library.models import Book

    assert Book.objects.filter(pk=1).exists()


@pytest.mark.parametrize(
    "ending",
    [
        "connection.connection.close()",
        "connection.connection = None",
        "connection.cursor().execute('DROP TABLE library_note')",
        "connection.connection.set_authorizer(lambda *_: 1)",
    ],
)
def test_what_cannot_be_explained(library, ending):
    from django.db import connection

    from harness.recorder import Recorder
    from library.models import Note

    handle = connection.connection
    saved = handle.serialize()
    recorder = Recorder(str(library), closely=True)
    with recorder:
        list(Note.objects.all())
        exec(ending, {"connection": connection})
    try:
        shape = recorder.result().shapes[0]
        assert (shape.tables, shape.plan) == (["library_note"], None)
    finally:
        connection.connection = None
        connection.connect()
        connection.connection.deserialize(saved)


def test_values_of_other_types_are_not_bound(library):
    from harness.plans import explain

    class Odd(str):
        def __conform__(self, protocol):
            raise AssertionError

    assert explain("SELECT %s", (Odd("x"),), "default") is None
    assert explain("SELECT %s", ("x",), "default") is not None


@pytest.mark.parametrize(
    ("source", "relations"),
    [
        ("list(Book.objects.select_related('author'))", ["library.Book.author"]),
        ("Book.objects.only('author').first().author", ["library.Book.author"]),
        ("list(Author.objects.prefetch_related('books'))", ["library.Book.author"]),
        ("list(Author.objects.first().books.all())", ["library.Book.author"]),
        ("list(Book.objects.filter(tags__name='x'))", ["library.Book.tags"]),
        ("list(Book.objects.prefetch_related('tags'))", ["library.Book.tags"]),
        ("list(Author.objects.filter(books__title='x'))", ["library.Book.author"]),
        ("Book.objects.filter(author__name='x').count()", ["library.Book.author"]),
        ("Author.objects.first().profile", ["library.Profile.author"]),
        ("list(Book.objects.all())", []),
    ],
)
def test_relations(learn_closely, source, relations):
    assert learn_closely(PLAIN + source).recording.shapes[-1].relations == relations
