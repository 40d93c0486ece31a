"""The recorder: what it notes of each query, and that it leaves no trace."""

import copy
import pickle
from itertools import pairwise

import pytest

PLAIN = "from library.models import *\n"


def places(query):
    return [(place.file, place.line, place.scope) for place in query.stack]


def test_line_rows_and_shape(learn):
    recording = learn(PLAIN + "for book in Book.objects.all():\n    book.author").recording
    first, *others = recording.queries
    assert places(first) == [("main.py", 2, "<module>")]
    assert first.rows == 16
    assert [places(query) for query in others] == [[("main.py", 3, "<module>")]] * 16
    assert {query.rows for query in others} == {1}
    assert recording.query_count == 17
    assert [(shape.verb, shape.tables, shape.count) for shape in recording.shapes] == [
        ("SELECT", ["library_book"], 1),
        ("SELECT", ["library_author"], 16),
    ]
    assert recording.statements[1].shape == 1
    formatted = recording.statements[1].formatted.splitlines()
    assert [line.split()[0] for line in formatted if line[0] != " "] == [
        "SELECT",
        "FROM",
        "WHERE",
        "LIMIT",
    ]
    total = sum(shape.total_ms for shape in recording.shapes)
    assert total == pytest.approx(recording.sql_ms, abs=0.01)
    assert total == pytest.approx(sum(query.duration_ms for query in recording.queries), abs=0.1)
    assert all(
        one.start_ms + one.duration_ms <= two.start_ms + 0.01
        for one, two in pairwise(recording.queries)
    )


def test_stack_is_innermost_first(learn):
    source = PLAIN + (
        "from library.labels import label\n"
        "class Shelf:\n"
        "    def show(self):\n"
        "        return [label(book) for book in Book.objects.all()[:1]]\n"
        "Shelf().show()"
    )
    _, query = learn(source).recording.queries
    assert places(query) == [
        ("labels.py", 6, "label"),
        ("main.py", 5, "Shelf.show"),
        ("main.py", 6, "<module>"),
    ]


def test_one_line_reached_by_turns(learn):
    source = PLAIN + (
        "def author(book):\n"
        "    return book.author\n"
        "def odd(book):\n"
        "    return author(book)\n"
        "def even(book):\n"
        "    return author(book)\n"
        "for book in Book.objects.order_by('pk')[:8]:\n"
        "    (odd if book.pk % 2 else even)(book)\n"
    )
    _, *queries = learn(source).recording.queries
    scopes = [[place.scope for place in query.stack] for query in queries]
    assert scopes == [["author", caller, "<module>"] for caller in ["odd", "even"] * 4]
    assert [query.stack[1].line for query in queries] == [5, 7] * 4


def test_template_lines(learn):
    source = PLAIN + (
        "from django.template.loader import render_to_string\n"
        "render_to_string('page.html', {'books': Book.objects.all()[:1]})"
    )
    page = "<p>\n{% for book in books %}\n{% include 'row.html' %}\n{% endfor %}"
    recording = learn(source, {"page.html": page, "row.html": "\n{{ book.author }}"}).recording
    assert places(recording.queries[0]) == [("page.html", 2, ""), ("main.py", 3, "<module>")]
    assert places(recording.queries[1]) == [
        ("row.html", 2, ""),
        ("page.html", 3, ""),
        ("page.html", 2, ""),
        ("main.py", 3, "<module>"),
    ]


@pytest.mark.parametrize(
    ("source", "params"),
    [
        ("Book.objects.filter(title='x', pk=3).exists()", ["1", "3", "'x'"]),
        ("Tag.objects.filter(name='y' * 300).first()", ["'" + "y" * 198 + "…"]),
        ("cursor.execute('SELECT 1')", []),
        ("cursor.execute('SELECT %(a)s', {'a': 1})", ["a=1"]),
        (
            "cursor.executemany('UPDATE library_tag SET name = %s', [('a',), ('b',)])",
            ["('a',)", "('b',)"],
        ),
        (
            "cursor.executemany('UPDATE library_tag SET name = %s', (row for row in [('a',)]))",
            ["<generator>"],
        ),
    ],
)
def test_params(learn, source, params):
    run = learn(PLAIN + f"from django.db import connection\ncursor = connection.cursor()\n{source}")
    (query,) = run.recording.queries
    assert sorted(query.params) == sorted(params)


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("list(Book.objects.all())", 16),
        ("Book.objects.exists()", 1),
        ("Book.objects.filter(pk=-1).exists()", 0),
        ("Book.objects.filter(pk__lte=3).update(title='x')", 3),
        ("Tag.objects.create(name='x')", 1),
        ("Tag.objects.bulk_create([Tag(name='x'), Tag(name='y')])", 2),
        ("next(Book.objects.iterator())", 16),
        ("cursor.execute('SELECT * FROM library_tag'); cursor.fetchone(); cursor.fetchmany(2)", 3),
        ("cursor.execute('SELECT * FROM library_tag'); list(cursor)", 4),
        ("cursor.execute('SELECT * FROM library_tag'); cursor.fetchall()", 4),
        ("cursor.execute('SELECT * FROM library_tag')", None),
        ("cursor.execute('CREATE TABLE x (y)')", None),
        ("cursor.executemany('UPDATE library_tag SET name = %s', [('a',), ('b',)])", 8),
    ],
)
def test_rows(learn, source, rows):
    run = learn(PLAIN + f"from django.db import connection\ncursor = connection.cursor()\n{source}")
    assert [query.rows for query in run.recording.queries] == [rows]


def test_transaction_depth(learn):
    source = PLAIN + (
        "from django.db.transaction import atomic\n"
        "Tag.objects.count()\n"
        "with atomic():\n"
        "    Tag.objects.count()\n"
        "    with atomic(savepoint=False):\n"
        "        Tag.objects.count()\n"
    )
    recording = learn(source).recording
    depths = {
        query.stack[0].line: query.atomic
        for query in recording.queries
        if recording.statements[query.statement].sql.startswith("SELECT")
    }
    # The fixture holds a transaction open around the learner's code.
    assert depths == {3: 1, 5: 2, 7: 3}


def test_connections_opened_while_recording(learn):
    source = (
        "from django.db import connections\n"
        "other = connections['other']\n"
        "other.cursor().execute('SELECT 1')\n"
        "other.close()\n"
        "other.cursor().execute('SELECT 2')\n"
        "third = connections.create_connection('other')\n"
        "third.cursor().execute('SELECT 3')\n"
        "third.close()\n"
    )
    recording = learn(source).recording
    assert [recording.statements[query.statement].sql for query in recording.queries] == [
        "SELECT 1",
        "SELECT 2",
        "SELECT 3",
    ]
    assert {query.alias for query in recording.queries} == {"other"}


def test_failing_query(learn):
    source = (
        "from django.db import connection, OperationalError\n"
        "try:\n"
        "    connection.cursor().execute('SELECT * FROM nowhere')\n"
        "except OperationalError as error:\n"
        "    print(error)\n"
    )
    run = learn(source)
    (query,) = run.recording.queries
    assert (query.rows, query.stack[0].line) == (None, 3)
    assert "nowhere" in run.output


def test_raw_literals_share_a_shape(learn):
    source = (
        "from django.db import connection\n"
        "for n in [n for n in range(8)]:\n"
        "    connection.cursor().execute(f'SELECT name FROM library_tag WHERE id = {n}')\n"
    )
    run = learn(source)
    assert len(run.recording.statements) == 8
    assert [shape.count for shape in run.recording.shapes] == [8]
    assert [(finding.kind, finding.count) for finding in run.findings] == [("query_in_loop", 8)]


def test_beyond_the_limit_only_counting_goes_on(learn, monkeypatch):
    monkeypatch.setattr("harness.recorder.LISTED_QUERIES", 10)
    recording = learn(PLAIN + "for book in Book.objects.all():\n    book.author").recording
    assert (recording.query_count, len(recording.queries)) == (17, 10)
    assert [shape.count for shape in recording.shapes] == [1, 16]
    (finding,) = recording.findings
    assert (finding.count, finding.queries) == (16, list(range(1, 10)))
    assert finding.cure == 'select_related("author")'
    assert recording.sql_ms > sum(query.duration_ms for query in recording.queries)


def test_result_can_be_asked_for_twice(library):
    from harness.recorder import Recorder
    from library.models import Book

    with Recorder(str(library)) as recorder:
        list(Book.objects.all())
    assert recorder.result() == recorder.result()


def test_error_ends_the_recording(library):
    from django.db import connection

    from harness.recorder import Recorder
    from library.models import Book

    recorder = Recorder(str(library))
    with pytest.raises(ZeroDivisionError), recorder:  # noqa: PT012
        list(Book.objects.select_related("author"))
        raise ZeroDivisionError
    assert connection.execute_wrappers == []
    assert recorder.result().query_count == 1


def test_unfinished_code_is_not_accused_of_unused_loads(library):
    from harness.recorder import Recorder

    source = PLAIN + "for book in Book.objects.select_related('author'): pass"
    code = compile(source, str(library / "main.py"), "exec")
    with Recorder(str(library)) as recorder:
        exec(code, {})
    assert [finding.kind for finding in recorder.result().findings] == ["unused_eager_load"]
    assert recorder.result(finished=False).findings == []


def snapshot():
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import query
    from django.db.models.fields.mixins import FieldCacheMixin
    from django.db.models.fields.related_descriptors import ReverseManyToOneDescriptor
    from django.db.models.manager import BaseManager

    owners = (
        query.ModelIterable,
        query.RawModelIterable,
        query.QuerySet,
        query,
        FieldCacheMixin,
        ReverseManyToOneDescriptor,
        BaseManager,
        BaseDatabaseWrapper,
    )
    return [{k: v for k, v in vars(owner).items() if callable(v)} for owner in owners]


def test_probes_are_taken_out(library, learn):
    before = snapshot()
    learn(PLAIN + "list(Book.objects.prefetch_related('tags'))")
    assert snapshot() == before


def test_instances_look_as_ever(library):
    from harness.recorder import Recorder
    from library.models import Book

    bare = Book.objects.select_related("author").prefetch_related("tags").get(pk=1)
    with Recorder(str(library)):
        book = Book.objects.select_related("author").prefetch_related("tags").get(pk=1)
        assert (book, hash(book), repr(book)) == (bare, hash(bare), repr(bare))
        assert set(vars(book)) == set(vars(bare))
        twin = pickle.loads(pickle.dumps(book))
        assert list(twin.tags.all()) == list(bare.tags.all())
        assert set(vars(copy.copy(book)._state)) == set(vars(bare._state))
        joined = Book.objects.select_related("author").get(pk=1)
        queryset = pickle.loads(pickle.dumps(book.tags.filter(name="tag 1")))
        assert list(queryset) == list(bare.tags.filter(name="tag 1"))
        assert copy.deepcopy(book.tags.all())._hints == copy.deepcopy(bare.tags.all())._hints
        alike = Book.objects.select_related("author").get(pk=1)
        assert pickle.dumps(joined) == pickle.dumps(alike)
    # Tags outlive the recording: pickles made after it must not hold them either.
    bare = Book.objects.select_related("author").get(pk=1)
    assert b"harness" not in pickle.dumps(book)
    assert pickle.dumps(joined) == pickle.dumps(bare)


def test_learners_wrappers_are_left_alone(learn):
    source = PLAIN + (
        "from django.db import connection\n"
        "seen = []\n"
        "def wrapper(execute, sql, params, many, context):\n"
        "    seen.append(sql)\n"
        "    return execute(sql, params, many, context)\n"
        "with connection.execute_wrapper(wrapper):\n"
        "    Tag.objects.count()\n"
        "Tag.objects.count()\n"
        "print(len(seen), len(connection.execute_wrappers))\n"
    )
    run = learn(source)
    assert run.output == "1 1\n"
    assert run.recording.query_count == 2


def test_debug_cursors_go_on_logging(learn, settings_debug):
    source = PLAIN + (
        "from django.db import connection\n"
        "list(Tag.objects.all())\n"
        "print(connection.queries[-1]['sql'][:6])\n"
    )
    run = learn(source)
    assert run.output == "SELECT\n"
    assert [query.rows for query in run.recording.queries] == [4]


@pytest.fixture
def settings_debug(library):
    from django.db import connection, reset_queries
    from django.test import override_settings

    with override_settings(DEBUG=True):
        reset_queries()
        yield
    connection.queries_log.clear()


def test_what_the_learner_forgets_is_forgotten(learn):
    run = learn(
        PLAIN
        + "import gc\n"
        + "authors = Author.objects.prefetch_related('books').order_by('pk')\n"
        + "for start in range(4):\n"
        + "    for author in authors[start : start + 1]: pass\n"
        + "    gc.collect()\n"
        + "print(sum(type(each) is Author for each in gc.get_objects()))\n"
    )
    assert run.output == "1\n"


def test_gigantic_sql_is_cut(learn):
    run = learn(
        "from django.db import connection\n"
        "with connection.cursor() as cursor:\n"
        "    for n in range(600):\n"
        '        cursor.execute("SELECT \'" + chr(97 + n % 26) * (30_000 + n) + "\'")\n'
    )
    texts = [statement.sql for statement in run.recording.statements]
    assert run.recording.query_count == 600
    assert len(texts[0]) < 10_100
    assert sum(map(len, texts)) < 4_300_000
