"""What recording a query costs, in bytecode instructions and calls, which no load of a machine changes.

The limits are what is needed today and a little room: formatting, or another walk, for every query
goes beyond them. `tests/bench/recorder.py` measures what it costs in time.
"""

import sys
from collections import Counter
from contextlib import nullcontext

import pytest

QUERIES = 40
PLAIN = "from library.models import *\n"


def work(code, recorder):
    """The instructions that run, and the Python functions that start, while `code` does."""
    monitoring = sys.monitoring
    tool, events = monitoring.PROFILER_ID, monitoring.events
    counts = Counter()

    def count(event):
        return lambda *_: counts.update((event,))

    monitoring.use_tool_id(tool, "cost")
    try:
        monitoring.register_callback(tool, events.INSTRUCTION, count("instructions"))
        monitoring.register_callback(tool, events.PY_START, count("functions"))
        with recorder:
            monitoring.set_events(tool, events.INSTRUCTION | events.PY_START)
            exec(code, {"__name__": "__main__"})
            monitoring.set_events(tool, events.NO_EVENTS)
    finally:
        monitoring.free_tool_id(tool)
    return counts


@pytest.mark.parametrize(
    ("line", "instructions", "functions"),
    [
        ("Book.objects.filter(pk=n).exists()", 430, 4.5),
        ("Book.objects.filter(pk=n).first()", 510, 5.5),
        ("Book.objects.only('author')[n % 9].author", 720, 9.5),
        ("Book(pk=1).review_set.count()", 610, 12),
    ],
)
def test_work_of_a_query(library, line, instructions, functions):
    from harness.recorder import Recorder

    source = f"{PLAIN}for n in range({QUERIES}):\n    {line}"
    code = compile(source, str(library / "main.py"), "exec")
    exec(code, {})
    with Recorder(str(library)):
        exec(code, {})
    bare = work(code, nullcontext())
    assert work(code, nullcontext()) == bare
    recorder = Recorder(str(library))
    extra = work(code, recorder)
    extra.subtract(bare)
    assert extra["instructions"] / recorder.count <= instructions
    assert extra["functions"] / recorder.count <= functions


@pytest.mark.parametrize(
    ("source", "share"),
    [
        # One instance a query, of which most columns stay unread.
        (f"for n in range({QUERIES}):\n    Book.objects.filter(pk=n % 9 + 1).first().title", 0.05),
        # Many instances of one query, one column of which is read again and again.
        ("for tag in tags: tag.pk, [tag.name for _ in range(9)]", 0.05),
        ("len(tags)", 0.05),
    ],
)
def test_watching_what_is_read(library, source, share):
    from django.db import transaction

    from harness.recorder import Recorder
    from library.models import Tag

    lines = f"{PLAIN}tags = list(Tag.objects.all())\n{source}"
    code = compile(lines, str(library / "main.py"), "exec")
    with transaction.atomic():
        Tag.objects.bulk_create(Tag(name=str(n)) for n in range(500))
        for reads in (False, True):
            with Recorder(str(library), closely=reads):
                exec(code, {})
        plain = work(code, Recorder(str(library)))
        watched = work(code, Recorder(str(library), closely=True))
        transaction.set_rollback(True)
    extra = watched["instructions"] / plain["instructions"] - 1
    assert extra <= share
