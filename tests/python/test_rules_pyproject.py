# packs: files
"""Rules for `pyproject.toml` and its lock: what each finds, and what it lets pass."""

import pytest

from harness.parsing import parse
from judge.rules import Rule, pyproject, tooling
from judge.rules.requirements import bounds, requirement, version


def project(*needs: str, rest: str = "") -> str:
    return f"[project]\ndependencies = {list(needs)}\n{rest}"


HASH = "a" * 40
BOUNDED = [
    (project("django"), "`django` has no lowest version"),
    (project("django>=6.1", "Requests"), "`requests` has no lowest version"),
    (project("django<7"), "no lowest version"),
    (project("django>=0"), "no lowest version"),
    (project("django!=6.0"), "no lowest version"),
    (project("a @ git+https://example.com/a.git"), "`a` comes from an address"),
    (project("a @ git+https://example.com/a.git@main"), "whose content may change"),
    (project("a @ https://example.com/a.whl"), "whose content may change"),
    (project(), "There are no `dependencies`"),
    ("[tool.ruff]\n", "There are no `dependencies`"),
    (project("django>=6.1"), None),
    (project("django~=6.1.0", "psycopg[binary]>=3.3,<4", "a == 1.*"), None),
    (project("django==6.1.3", 'tzdata >= 2026.1 ; sys_platform == "win32"'), None),
    (project("django (>=6.1)"), None),
    (project(f"a @ git+https://example.com/a.git@{HASH}"), None),
    (project(f"a @ https://example.com/a.whl#sha256={'b' * 64}"), None),
]


def python(text: str) -> str:
    return f"[project]\nname = 'shop'\nrequires-python = '{text}'\n"


PYTHON = [
    (pyproject.names_python, project("a"), "has no `requires-python`"),
    (pyproject.names_python, python("<4"), "has no lowest version"),
    (pyproject.names_python, python(">=3.8"), None),
    (pyproject.names_python, python("==3.14.*"), None),
    (pyproject.runs_on("3.12"), python(">=3.8"), "`>=3.8` allows a Python that is too old"),
    (pyproject.runs_on("3.12"), python(">3.11"), "too old"),
    (pyproject.runs_on("3.12"), python("<3.15"), "no lowest version"),
    (pyproject.runs_on("3.12"), project("a"), "has no `requires-python`"),
    (pyproject.runs_on("3.12"), python(">=3.12"), None),
    (pyproject.runs_on("3.12"), python(">=3.14,<3.15"), None),
    (pyproject.runs_on("3.12"), python("~=3.13"), None),
    (pyproject.runs_on("3.12"), python("==3.14.*"), None),
]
DJANGO = [
    (project("django"), "Django has no lowest version"),
    (project("django<6.2"), "Django has no lowest version"),
    (project("django>=6.1"), "may take Django 6.2"),
    (project("Django~=6.1"), "may take Django 6.2"),
    (project("django==6.*"), "may take Django 6.1"),
    (project("django>=6.1,<7"), "may take Django 6.2"),
    (project("django>=5.2,<6.1"), "may take Django 6.0"),
    (project("django>=6.1,!=6.2.*"), "may take Django 7.0"),
    (project("djangorestframework>=3.18"), "Django is not among"),
    (project("django~=6.1.0"), None),
    (project("Django[argon2]>=6.1.3,<6.2"), None),
    (project("django==6.1.*"), None),
    (project("django==6.1.3"), None),
    (project("django>=5.2,<6"), None),
    (project("django~=5.2"), None),
    (project(f"django @ git+https://example.com/django@{HASH}"), None),
]
RUFF = [
    (project("a"), "There is no `[tool.ruff]`"),
    ("[tool.ruff]\nline-length = 100\n", "No rules are chosen"),
    ("[tool.ruff.lint]\nselect = []\n", "No rules are chosen"),
    ("[tool.ruff]\nselect = ['E']\n", "`select` belongs under"),
    ("[tool.ruff.lint]\nselect = ['E']\nignore = ['ALL']\n", "All rules are ignored"),
    ("[tool.ruff.lint]\nselect = ['E', 'F', 'DJ']\n", None),
    ("[tool.ruff.lint]\nextend-select = ['DJ']\n", None),
    ("[tool.ruff]\nlint.select = ['ALL']\nlint.ignore = ['D']\n", None),
]


def ini(addopts: str = "'--strict-markers'", settings: str = "shop.test") -> str:
    return (
        f"[tool.pytest.ini_options]\nDJANGO_SETTINGS_MODULE = '{settings}'\naddopts = {addopts}\n"
    )


def native(rest: str) -> str:
    return f"[tool.pytest]\nDJANGO_SETTINGS_MODULE = 'shop.test'\n{rest}\n"


PYTEST = [
    (project("a"), "There is no `[tool.pytest]`"),
    (ini(settings="shop.production"), "start with shop.production, not `shop.test`"),
    ("[tool.pytest]\nstrict = true\n", "start with no settings"),
    (ini("'--strict-markers --ds=shop.local'"), "start with shop.local"),
    (ini("'-ra'"), "Unknown markers are let pass"),
    (native(""), "Unknown markers are let pass"),
    (native("strict_markers = false"), "Unknown markers are let pass"),
    (native("strict = true\nstrict_markers = false"), "Unknown markers are let pass"),
    (ini() + native("strict = true"), "pytest stops"),
    (ini(), None),
    (ini("'-ra --strict-markers'"), None),
    (ini("['-ra', '--strict-markers']"), None),
    (ini("'--strict'"), None),
    (ini("'-ra'\nstrict_markers = 'true'"), None),
    (ini("'--strict-markers --ds shop.test'", settings="other"), None),
    (native("addopts = ['--strict-markers']"), None),
    (native("strict_markers = true"), None),
    (native("strict = true"), None),
]

DEV = "[dependency-groups]\ndev = ['pytest-django>=4.14', 'Factory_Boy']\n"
POETRY = "[tool.poetry.group.dev.dependencies]\npytest-django = '^4.14'\nfactory-boy = '*'\n"
EXTRA = "[project.optional-dependencies]\ndev = ['pytest-django', 'factory-boy']\n"
SPLIT = (
    "[dependency-groups]\ntest = ['pytest-django>=4.14']\n"
    "dev = [{include-group = 'test'}, 'factory-boy>=3']\n"
)
GROUPS = [
    (project("django>=6.1", "pytest>=9", rest=DEV), "`pytest` is among the dependencies"),
    (project("pytest-django", rest=DEV), "`pytest-django` is among"),
    (project("Django_Debug.Toolbar>=6", rest=DEV), "`django-debug-toolbar` is among"),
    (project("django"), "`pytest-django` is in no dependency group"),
    (project("django", rest=EXTRA), "`pytest-django` is in no dependency group"),
    (project("a", rest=DEV.replace("'Factory_Boy'", "")), "`factory-boy` is in no"),
    (project("django>=6.1", rest=DEV), None),
    (project("django>=6.1", rest=SPLIT), None),
    (project("django>=6.1", rest=POETRY), None),
    (project("pytesting-is-not-pytest", rest=DEV), None),
]

ALL: list[tuple[Rule, str, str | None]] = [
    *((pyproject.bounded, *each) for each in BOUNDED),
    *PYTHON,
    *((pyproject.django_stays, *each) for each in DJANGO),
    *((tooling.configures_ruff, *each) for each in RUFF),
    *((tooling.configures_pytest("shop.test"), *each) for each in PYTEST),
    *((pyproject.groups("pytest-django", "factory_boy"), *each) for each in GROUPS),
]


@pytest.mark.parametrize(("law", "text", "expected"), ALL)
def test_pyproject(law: Rule, text: str, expected: str | None) -> None:
    tree = parse("pyproject.toml", text)
    assert not tree.faults
    problem = law.test(tree)
    found = problem and problem.words
    assert expected in found if expected and found else found == expected


LINES = [
    (pyproject.bounded, project("a"), 2),
    (pyproject.django_stays, project("django>=6.1"), 2),
    (pyproject.runs_on("3.12"), python(">=3.8"), 3),
    (tooling.configures_ruff, "[tool.ruff]\nselect = ['E']\n", 2),
    (tooling.configures_ruff, "\n[tool.ruff]\nline-length = 100\n", 2),
    (tooling.configures_ruff, "[tool.ruff]\n[tool.ruff.lint]\nselect = []\n", 2),
    (tooling.configures_pytest("shop.test"), ini("'-ra'"), 3),
    (pyproject.groups("mypy"), project("a", rest=DEV), 3),
]


@pytest.mark.parametrize(("law", "text", "line"), LINES)
def test_lines(law: Rule, text: str, line: int) -> None:
    problem = law.test(parse("pyproject.toml", text))
    assert problem is not None
    assert problem.line == line


def package(
    name: str, number: str, *, hashed: str = "{sha256 = 'aa'}", kind: str = "wheels"
) -> str:
    file = f"{{url = 'https://example.com/f', hashes = {hashed}}}"
    given = f"[{file}]" if kind == "wheels" else file
    return f"[[packages]]\nname = '{name}'\nversion = '{number}'\n{kind} = {given}\n"


FROM_GIT = "[[packages]]\nname = 'a'\nvcs = {type = 'git', url = 'u', commit-id = 'c'}\n"
LOCKED = [
    (["django~=6.1.0"], package("asgiref", "3.13.0"), "`django` is not in pylock.toml"),
    (["django~=6.1.0"], package("django", "6.0.9"), "has `django` 6.0.9: not what is asked"),
    (["django>=6"], package("django", "6.1.3", hashed="{}"), "`django` has a file without a hash"),
    (["a"], "[[packages]]\nname = 'a'\nversion = '1'\n", "`a` has a file without a hash"),
    (["django~=6.1.0"], package("django", "6.1.3") + package("asgiref", "3.13.0"), None),
    (["Django_Redis>=7"], package("django-redis", "7.0.0", kind="sdist"), None),
    (["a"], FROM_GIT, None),
]


@pytest.mark.parametrize(("needs", "lock", "expected"), LOCKED)
def test_locked(needs: list[str], lock: str, expected: str | None) -> None:
    texts = {"pyproject.toml": project(*needs), "pylock.toml": f"lock-version = '1.0'\n{lock}"}
    trees = {name: parse(name, text) for name, text in texts.items()}
    assert not any(tree.faults for tree in trees.values())
    problem = pyproject.locked.test(trees, {})
    found = problem and problem.words
    assert expected in found if expected and found else found == expected
    if problem:
        assert (problem.file, problem.line) in {("pyproject.toml", 2), ("pylock.toml", 2)}


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        (">=6.1", "6.1", "6.0.9"),
        (">6.1", "6.1.1", "6.1.0"),
        ("<=6.1", "6.1.0", "6.1.1"),
        ("<6.1", "6.0.9", "6.1"),
        ("==6.1", "6.1.0", "6.1.1"),
        ("==6.1.*", "6.1.9", "6.2"),
        ("!=6.1.*", "6.2", "6.1.9"),
        ("!=6.1", "6.1.1", "6.1.0"),
        ("~=6.1.2", "6.1.3", "6.2"),
        ("~=6.1", "6.2", "7.0"),
        (">=6.1, <7", "6.9", "7"),
    ],
)
def test_bounds(text: str, inside: str, outside: str) -> None:
    assert all(each.fits(version(inside)) for each in bounds(text))
    assert not all(each.fits(version(outside)) for each in bounds(text))


@pytest.mark.parametrize("text", ["django^6.1", "django 6.1", "", ">=6.1"])
def test_no_requirement(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        requirement(text)
