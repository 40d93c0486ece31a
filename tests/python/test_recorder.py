"""The recorder: what it notes of a query, and that it leaves no trace."""

import copy
import pickle

import pytest

PLAIN = "from library.models import *\n"


def test_line_and_rows(learn):
    run = learn(PLAIN + "for book in Book.objects.all():\n    book.author\n")
    first, *others = run.recording.queries
    assert [(place.file, place.line, place.scope) for place in first.stack] == [
        ("main.py", 2, "<module>")
    ]
    assert first.rows == 16
    assert {query.stack[0].line for query in others} == {3}
    assert {query.rows for query in others} == {1}
    assert run.recording.query_count == 17
