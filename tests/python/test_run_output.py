"""What a run prints, and what its last expression shows."""

from harness.output import captured
from harness.report import Output, TableValue, TextValue
from shop_runs import run, seeded, text

MODELS = "from shop.models import *\n"


def test_both_streams_in_order() -> None:
    report = run(
        "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\nprint('d', end='')"
    )
    assert report.output == [
        Output("stdout", "a\n"),
        Output("stderr", "b\n"),
        Output("stdout", "c\nd"),
    ]


def test_every_way_to_write_arrives() -> None:
    report = run(
        "import logging, os, sys\n"
        "os.write(1, b'one ')\nsys.stdout.buffer.write('zwei — '.encode())\nsys.__stdout__.write('three ')\n"
        "print('four', flush=True)\n"
        "log = logging.getLogger('own')\nlog.addHandler(logging.StreamHandler())\nlog.error('five')"
    )
    assert report.error is None
    assert text(report, "stdout") == "one zwei — three four\n"
    assert text(report, "stderr") == "five\n"


def test_a_handler_made_in_an_earlier_capture_reaches_the_later_one() -> None:
    import logging

    with captured():
        handler = logging.StreamHandler()
    with captured() as later:
        handler.emit(logging.makeLogRecord({"msg": "hello"}))
    assert later.outputs() == [Output("stderr", "hello\n")]


def test_a_flood_is_cut_and_counted() -> None:
    report = run("for _ in range(3000): print('x' * 99)")
    assert report.error is None
    assert len(text(report)) == 200_000
    assert report.output_cut == 100_000


def test_an_endless_flood_ends_in_a_report() -> None:
    report = run("while True:\n    try: print('x' * 1000)\n    except Exception: pass")
    assert report.error is not None
    assert report.error.type == "OutputLimitExceeded"
    assert report.error.frames[-1].line == 2
    assert len(text(report)) == 200_000
    assert report.timings.run_ms < 1_000


def test_lone_surrogates_do_not_break_the_report() -> None:
    assert text(run(r"print('a\ud800b')")) == "a?b\n"
    error = run(r"raise ValueError('\udfff')").error
    assert error is not None
    assert error.message == "?"


def test_printing_an_odd_kind_of_text() -> None:
    report = run(
        "import sys\nclass Odd(str):\n    def __len__(self): return -1\n    def __str__(self): return self\n"
        "sys.stdout.write(Odd('fine'))"
    )
    assert text(report) == "fine"


def test_captures_nest_and_give_the_streams_back() -> None:
    import sys

    before = sys.stdout
    with captured() as outer:
        with captured() as inner:
            print("inner")
        print("outer")
    assert (inner.outputs(), outer.outputs()) == (
        [Output("stdout", "inner\n")],
        [Output("stdout", "outer\n")],
    )
    assert sys.stdout is before


def table(code: str) -> TableValue:
    value = run(MODELS + code).value
    assert isinstance(value, TableValue)
    return value


def test_a_queryset_is_a_table_and_its_query_belongs_to_the_line() -> None:
    report = run(MODELS + "orders = Order.objects.order_by('pk')\norders")
    assert isinstance(report.value, TableValue)
    assert report.value.columns[:3] == ["id", "number", "customer_id"]
    assert report.value.rows[0][:2] == ["1", "BR-000001"]
    assert (len(report.value.rows), report.value.more) == (50, 0)
    assert report.query_count == 1
    assert [(each.file, each.line) for each in report.queries[0].stack] == [("main.py", 3)]


def test_a_long_queryset_is_cut_without_loading_it() -> None:
    value = table("Item.objects.order_by('pk')")
    assert (len(value.rows), value.more) == (100, None)


def test_tables_of_other_kinds() -> None:
    assert table("Tag.objects.order_by('pk').values('id', 'name')[:2]").columns == ["id", "name"]
    assert table("Tag.objects.values_list('id', 'name')").columns == ["id", "name"]
    assert table("[{'a': 1}, {'a': 2, 'b': None}]") == TableValue(
        ["a", "b"], [["1", ""], ["2", "None"]], 0
    )
    assert table("[(1, 'x'), (2, 'y')]").columns == ["1", "2"]
    assert len(table("[{'a': n} for n in range(250)]").rows) == 100
    assert table("[{'a': n} for n in range(250)]").more == 150
    assert table("list(Order.objects.all())").more == 0
    assert table("Order.objects.none()") == TableValue(["Order"], [], 0)
    flat = table("Tag.objects.order_by('pk').values_list('name', flat=True)")
    assert flat.rows[0] == ["new"]


def test_a_deferred_field_is_not_loaded_to_be_shown() -> None:
    report = run(MODELS + "Order.objects.only('number')")
    assert isinstance(report.value, TableValue)
    assert report.value.columns == ["id", "number"]
    assert report.query_count == 1


def test_text_values() -> None:
    assert run("1 + 1").value == TextValue("2")
    assert run("None").value is None
    assert run("x = 5").value is None
    assert run("[]").value == TextValue("[]")
    long = run("'x' * 50_000").value
    assert isinstance(long, TextValue)
    assert len(long.text) == 20_000


def test_a_broken_repr_is_the_error_of_its_line() -> None:
    report = run("class Odd:\n    def __repr__(self): raise KeyError('no')\n\nOdd()")
    assert report.value is None
    assert report.error is not None
    assert [each.line for each in report.error.frames] == [4, 2]


def test_what_was_evaluated_is_not_asked_again() -> None:
    report = run(MODELS + "orders = Order.objects.all()\nlen(orders)\norders")
    assert report.query_count == 1


def test_the_seed_gives_the_same_database_each_time() -> None:
    assert seeded() == seeded()
