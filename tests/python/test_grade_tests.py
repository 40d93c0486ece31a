"""`expect.tests`: which mistakes tests notice, and how they cannot get away without noticing."""

import pytest

from harness.exhibits import TestsExhibit
from harness.project import ProjectError
from harness.report import Report
from shop_runs import grade

SUM = "def add(one, other):\n    return one + other\n"
SUPPORT = {
    "right/plain/sums.py": SUM,
    "right/twice/sums.py": "def add(one, other):\n    return sum([one, other])\n",
    "broken/minus/sums.py": SUM.replace("+", "-"),
    "broken/raises/sums.py": "def add(one, other):\n    raise ValueError('no')\n",
}
CHECKS = """
def check(expect):
    tests = expect.tests("test_sums.py", right=["plain", "twice"], broken={
        "minus": "It was taken away.", "raises": "Nothing was added."})
    tests.pass_on_right("They pass")
    tests.fail_on("minus", title="They notice minus")
    tests.fail_on("raises", title="They notice what raises")
"""
GOOD = "from sums import add\ndef test_add():\n    assert add(1, 2) == 3\n"


def judge(code: str, checks: str = CHECKS, **more: str) -> Report:
    files = {"test_sums.py": code, "sums.py": SUM} | more
    request = {"files": files, "entry": "", "checks": checks, "support": SUPPORT, "solution": files}
    return grade(request)


def first_failure(report: Report) -> tuple[str, str]:
    return next((each.title, each.message) for each in report.checks if each.status != "passed")


def test_what_is_noticed_and_by_which_test() -> None:
    report = judge(GOOD)
    assert [(each.status, each.message) for each in report.checks] == [
        ("passed", "1 test passes on each way in which the code can be right."),
        ("passed", "`test_add` noticed it: assert -1 == 3"),
        ("passed", "`test_add` noticed it: ValueError: no"),
    ]
    (shown,) = report.exhibits
    assert isinstance(shown, TestsExhibit)
    assert [(each.name, each.flaw) for each in shown.implementations][1:3] == [
        ("Right 2", ""),
        ("Mistake 1", "It was taken away."),
    ]
    (test,) = shown.tests
    assert [(each.outcome, each.noticed) for each in test.results] == [
        ("passed", False),
        ("passed", False),
        ("failed", True),
        ("failed", True),
    ]
    assert test.results[2].message.splitlines()[0] == "assert -1 == 3"
    assert test.results[2].place is not None


def test_a_mistake_that_nobody_noticed() -> None:
    report = judge("from sums import add\ndef test_add():\n    assert add(1, 0) == 1\n")
    assert first_failure(report) == ("They notice minus", "It was taken away. No test noticed.")
    assert report.verdict is not None
    assert report.verdict.sentence == "Almost: a mistake was not noticed. It was taken away."


NOT_RIGHT = [
    ("", "No test was found"),
    ("def check_add(): pass", "No test was found"),
    ("def test_add(: pass", "could not be collected"),
    ("import nothing", "could not be collected"),
    ("raise SystemExit(3)", "SystemExit"),
    (GOOD.replace("3", "4"), "`test_add` fails on code that works: assert 3 == 4"),
    (GOOD + "    raise SystemExit(3)\n", "`test_add` fails on code that works: SystemExit: 3"),
    (GOOD + "    raise KeyboardInterrupt\n", "The tests were ended"),
    (f"import pytest\n{GOOD}    pytest.exit('bye')\n", "The tests were ended"),
    (f"import pytest\n{GOOD}    pytest.skip('later')\n", "`test_add` was skipped"),
    (f"import pytest\npytestmark = pytest.mark.xfail\n{GOOD}", "is marked to fail, and passes"),
    (f"import pytest\n{GOOD}    pytest.xfail('so')\n", "`test_add` was xfailed"),
    (f"import pytest\npytestmark = pytest.mark.skip\n{GOOD}", "`test_add` was skipped"),
    (
        f"import pytest\n@pytest.fixture\ndef gone(): 1/0\n{GOOD}".replace("add():", "add(gone):"),
        "`test_add` fails in its setup on code that works: ZeroDivisionError",
    ),
    (
        GOOD
        + "import inspect, sums\ndef test_source():\n    assert '+' in inspect.getsource(sums)\n",
        "`test_source` fails on code that works",
    ),
    (
        "import sums\nfrom shop.models import Tag\ndef test_rows():\n    assert not Tag.objects.exists()\n",
        "Database access not allowed",
    ),
]


@pytest.mark.parametrize(("code", "words"), NOT_RIGHT)
def test_what_does_not_pass_on_code_that_works(code: str, words: str) -> None:
    title, message = first_failure(judge(code))
    assert title == "They pass"
    assert words in message


# A submission that knows what is wrong without a test that fails has noticed nothing.
NOT_NOTICED = [
    (
        "from sums import add\nassert add(1, 2) == 3\ndef test_add(): pass\n",
        "`test_sums.py` could not be collected, which no test noticed",
    ),
    (
        "import pytest\nfrom sums import add\n@pytest.fixture\ndef three():\n"
        "    assert add(1, 2) == 3\ndef test_add(three): pass\n",
        "A fixture of `test_add` broke, which is not a failed test",
    ),
    (
        "import pytest\nfrom sums import add\ndef test_add():\n"
        "    if add(1, 2) != 3: pytest.exit('broken')\n",
        "The tests were ended",
    ),
    (
        "import pytest\nfrom sums import add\ndef test_add():\n"
        "    if add(1, 2) != 3: pytest.skip('broken')\n",
        "`test_add` was skipped, which is not a failed test",
    ),
    (
        "from sums import add\ndef test_fine(): pass\nif add(1, 2) != 3:\n"
        "    def test_new(): assert False\n",
        "`test_new` failed, but it does not pass on code that works either",
    ),
]


@pytest.mark.parametrize(("code", "words"), NOT_NOTICED)
def test_what_is_no_failed_test(code: str, words: str) -> None:
    title, message = first_failure(judge(code))
    assert title == "They notice minus"
    assert words in message


def test_rows_of_one_test_are_gone_in_the_next() -> None:
    code = (
        GOOD
        + """
import pytest
from shop.models import Tag

@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 2])
def test_rows(number, django_assert_num_queries):
    assert Tag.objects.count() == 0
    with django_assert_num_queries(1):
        Tag.objects.create(name="new")
"""
    )
    report = judge(code)
    assert report.checks[0].status == "passed"


def test_a_plugin_of_the_submission_changes_nothing_without_knowing() -> None:
    code = (
        GOOD
        + """
pytest_plugins = ["plugin"]
"""
    )
    plugin = """
import pytest

@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    outcome.get_result().outcome = "failed"
"""
    title, message = first_failure(judge(code, **{"plugin.py": plugin}))
    assert title == "They pass"
    assert message.startswith("`test_add` was not run on code that works")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('["plain", "twice"]', '["plain"]', "at least two right"),
        ('["plain", "twice"]', '["plain", "lost"]', "there is no support/right/lost"),
        ('fail_on("minus"', 'fail_on("lost"', "no broken implementation 'lost'"),
    ],
)
def test_an_authors_mistake_is_no_verdict(old: str, new: str, words: str) -> None:
    with pytest.raises(ProjectError, match=words):
        judge(GOOD, CHECKS.replace(old, new))
