"""What a run logs: told record by record, and printed as it always was."""

import logging

from harness.exhibits import LogRecord, Pair
from harness.log_records import MAX_RECORDS, logged
from harness.report import Report
from shop_runs import run

HEAD = "import logging\nlog = logging.getLogger('shop.orders')\n"


def run_alone(code: str) -> Report:
    """Without the handlers that pytest puts on the root logger."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers[:] = []
    try:
        return run(HEAD + code)
    finally:
        root.handlers[:] = before
        root.setLevel(level)


def printed(report: Report) -> str:
    return "".join(each.text for each in report.output)


def test_a_record_has_its_level_message_fields_and_line() -> None:
    report = run_alone("log.warning('%s of %d', 'a', 3, extra={'order': 7, 'who': object()})\n")
    (record,) = report.logs
    assert (record.level, record.logger, record.message) == ("WARNING", "shop.orders", "a of 3")
    assert record.fields == [Pair("order", "7"), Pair("who", "<object>")]
    assert record.place is not None
    assert (record.place.file, record.place.line) == ("main.py", 3)


def test_what_is_printed_does_not_change() -> None:
    code = "log.info('quiet')\nlog.warning('loud')\n"
    report = run_alone(code)
    assert printed(report) == "loud\n"
    assert [record.message for record in report.logs] == ["loud"]


def test_basic_config_still_sets_handlers_up() -> None:
    code = "logging.basicConfig(level='INFO', format='%(levelname)s|%(message)s')\nlog.info('x')\n"
    report = run_alone(code)
    assert printed(report) == "INFO|x\n"
    assert [record.level for record in report.logs] == ["INFO"]


def test_a_queryset_is_not_asked_once_more() -> None:
    code = "from shop.models import Tag\nlog.warning('%s', Tag.objects.all()[:1])\n"
    report = run_alone(code)
    assert report.query_count == 1
    assert report.logs[0].message.startswith("<QuerySet")


def test_an_exception_is_told() -> None:
    code = "try:\n    1 / 0\nexcept ZeroDivisionError:\n    log.exception('no')\n"
    (record,) = run_alone(code).logs
    assert (record.level, record.error) == ("ERROR", "ZeroDivisionError: division by zero")


def test_arguments_that_do_not_fit_end_nothing() -> None:
    report = run_alone("log.warning('%d of %d', 1)\nprint('on')\n")
    assert report.error is None
    assert report.logs[0].message == "%d of %d"


def test_there_is_an_end_to_what_is_kept() -> None:
    log = logging.getLogger("many")
    log.addHandler(logging.NullHandler())
    with logged() as records:
        for number in range(MAX_RECORDS + 5):
            log.error("%d", number)
    assert len(records) == MAX_RECORDS
    log.error("later")
    assert len(records) == MAX_RECORDS
    assert isinstance(records[0], LogRecord)
