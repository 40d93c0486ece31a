"""Whatever happens in learner code, there is a report, and it speaks of the learner's lines."""

import json
import linecache
from collections.abc import Iterator

import pytest

from harness.project import ProjectError
from harness.report import LearnerError
from shop_runs import run, run_files, seeded, text


def error_of(code: str, **files: str) -> LearnerError:
    report = run(code, **files)
    assert report.error is not None, "nothing was raised"
    return report.error


def places(error: LearnerError) -> list[tuple[str, int, str]]:
    return [(each.file, each.line, each.source) for each in error.frames]


def test_only_learner_frames_with_their_source() -> None:
    error = error_of(
        "import report\n\nreport.go()",
        report="from shop.models import Order\ndef go():\n    return Order.objects.get(pk=0)",
    )
    assert (error.type, error.message) == ("DoesNotExist", "Order matching query does not exist.")
    assert places(error) == [
        ("main.py", 3, "report.go()"),
        ("report.py", 3, "return Order.objects.get(pk=0)"),
    ]
    assert [each.scope for each in error.frames] == ["<module>", "go"]


def test_project_files_count_as_the_learners() -> None:
    error = error_of("from shop.models import Item\nprint(Item())")
    assert places(error)[-1][0] == "shop/models.py"


def test_syntax_error_has_its_line() -> None:
    error = error_of("x = 1\nfor a in b\n    pass")
    assert error.type == "SyntaxError"
    assert error.message == "expected ':'"
    assert places(error) == [("main.py", 2, "for a in b")]


def test_syntax_error_in_an_imported_file() -> None:
    error = error_of("import other", other="def f(:\n    pass")
    assert places(error) == [("main.py", 1, "import other"), ("other.py", 1, "def f(:")]


def test_causes_nearest_first() -> None:
    error = error_of(
        "try:\n    try: {}['a']\n    except KeyError as e: raise ValueError('b') from e\n"
        "except ValueError: 1/0"
    )
    assert [(each.type, each.message) for each in error.causes] == [
        ("ValueError", "b"),
        ("KeyError", "'a'"),
    ]


def test_suppressed_context_stays_out() -> None:
    assert error_of("try: 1/0\nexcept Exception: raise KeyError from None").causes == []


def test_circular_causes_end() -> None:
    error = error_of(
        "a, b = KeyError('a'), KeyError('b')\na.__cause__, b.__cause__ = b, a\nraise a"
    )
    assert [each.message for each in error.causes] == ["'b'"]


def test_deep_recursion_shows_both_ends() -> None:
    error = error_of("def f(n):\n    return g(n)\ndef g(n):\n    return f(n + 1)\nf(0)")
    assert error.type == "RecursionError"
    assert 2 <= len(error.frames) <= 20
    assert error.frames[0].line == 5


TEMPLATE = """
from django.template import Engine
Engine(dirs=["/project/templates"]).get_template("page.html").render(
    __import__("django").template.Context({"obj": Odd()}))
"""


def test_template_lines_are_frames() -> None:
    seeded()
    page = "<p>\n{% for a in obj.things %}\n{% endfor %}"
    code = (
        "import django.template\nclass Odd:\n    @property\n    def things(self): return 1/0\n"
        + TEMPLATE
    )
    report = run_files({"main.py": code, "templates/page.html": page})
    assert report.error is not None
    assert ("templates/page.html", 2, "{% for a in obj.things %}") in places(report.error)


SURVIVED = {
    "SystemExit": "import sys\nsys.exit('why')",
    "exit code": "raise SystemExit(3)",
    "KeyboardInterrupt": "raise KeyboardInterrupt",
    "GeneratorExit": "raise GeneratorExit",
    "BaseException": "class Own(BaseException): pass\nraise Own",
    "MemoryError": "raise MemoryError",
    "broken __str__": "class Own(Exception):\n    def __str__(self): return 1/0\nraise Own",
    "__str__ that exits": "class Own(Exception):\n    def __str__(self): raise SystemExit\nraise Own",
    "__str__ that gives no text": "class Own(Exception):\n    def __str__(self): return None\nraise Own",
    "huge message": "raise ValueError('x' * 10**6)",
    "odd class name": "raise type('\\ud800', (Exception,), {})('x')",
    "excepthook": "import sys\nsys.excepthook = None\n1/0",
    "stdout replaced": "import sys\nsys.stdout = None\n1/0",
    "stdout closed": "import sys\nsys.stdout.close()\n1/0",
    "print replaced": "import builtins\nbuiltins.print = None\n1/0",
    "builtins emptied": "import builtins\nvars(builtins).clear()\n1/0",
    "json replaced": "import json\njson.dumps = json.loads = json.JSONEncoder = None\n1/0",
    "recursion limit lowered": "import sys\nsys.setrecursionlimit(60)\n1/0",
    "sys.path emptied": "import sys\nsys.path.clear()\n1/0",
    "modules emptied of main": "import sys\ndel sys.modules['__main__']\n1/0",
    "trace function": "import sys\nsys.settrace(lambda *a: 1/0)\n(lambda: 1)()",
    "linecache replaced": "import linecache\nlinecache.getline = None\n1/0",
    "wrappers cleared": "from django.db import connection\nconnection.execute_wrappers.clear()\n1/0",
    "connection closed": "from django.db import connection\nconnection.connection.close()\n1/0",
    "atomic left open": "from django.db import transaction\ntransaction.atomic().__enter__()\n1/0",
    "exception group": "raise BaseExceptionGroup('g', [KeyboardInterrupt(), KeyError()])",
    "lone surrogate in the source": b"raise ValueError('a')  # \\ud800".decode("unicode_escape"),
    "null byte in the source": "x = '\0'",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _tools_of_the_tests() -> Iterator[None]:
    """Give back what a case takes from the tests; in the browser, each run has its own Python."""
    modules = (json, linecache)
    before = [dict(vars(each)) for each in modules]
    yield
    for module, names in zip(modules, before, strict=True):
        vars(module).update(names)


@pytest.mark.parametrize("name", SURVIVED)
def test_there_is_a_report(name: str) -> None:
    assert error_of(SURVIVED[name]).type
    # And the interpreter is as it was.
    assert text(run("print('alive')")) == "alive\n"


def test_leaving_early_is_no_error() -> None:
    report = run("import sys\nprint('done')\nsys.exit()\nprint('never')")
    assert report.error is None
    assert text(report) == "done\n"


def test_a_missing_entry_is_the_authors_fault() -> None:
    with pytest.raises(ProjectError, match="absent"):
        run_files({"other.py": ""}, entry="absent.py")


def test_files_outside_of_the_project_are_refused() -> None:
    with pytest.raises(ProjectError):
        run_files({"../main.py": ""})


def test_main_is_main_and_has_its_file() -> None:
    report = run("print(__name__, __file__)\nimport __main__\nprint(__main__.__file__)")
    assert text(report) == "__main__ /project/main.py\n/project/main.py\n"


def test_tracebacks_of_the_learner_have_lines() -> None:
    report = run("import traceback\ntry:\n    1/0\nexcept Exception:\n    traceback.print_exc()")
    assert "    1/0\n" in text(report, "stderr")
