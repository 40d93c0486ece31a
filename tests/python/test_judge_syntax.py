"""Code that would overflow the stack of whoever parses it is told by its tokens."""

import pytest

from harness.report import Place
from judge.patterns import first_match
from judge.secrets import secrets_in
from judge.syntax import Unread, parse

DEEP = {
    "attributes": "x = a" + ".b" * 100_000,
    "calls": "x = a" + "()" * 20_000,
    "calls with commas": "x = a" + "(1,)" * 20_000,
    "subscripts": "x = a" + "[0]" * 20_000,
    "sums": "x = 1" + "+1" * 100_000,
    "sums over lines": "x = (1\n" + "+1\n" * 100_000 + ")",
    "signs": "x = " + "-" * 100_000 + "1",
    "not": "x = " + "not " * 20_000 + "1",
    "lambdas": "x = " + "lambda: " * 20_000 + "1",
    "conditions": "x = " + "1 if a else " * 20_000 + "2",
    "elif": "if a:\n    pass\n" + "elif b:\n    pass\n" * 20_000,
    "brackets": "x = " + "(" * 100_000,
}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_what_is_too_deep_is_not_read(source: str) -> None:
    with pytest.raises(Unread):
        parse(source)
    # Nobody who asks about it is brought down either.
    assert first_match("_.all()", {"a.py": source}) is None


@pytest.mark.parametrize("source", ["def", "x = 1\0", "if 1:\n  a\n b", "'"])
def test_what_is_no_python_is_not_read(source: str) -> None:
    with pytest.raises(Unread):
        parse(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "x = [" + "1, " * 50_000 + "]",
        "x = {" + "'a': b.c(d)[0], " * 20_000 + "}",
        "x = 1\n" * 20_000,
        "q = (A.objects\n" + "    .filter(a=1)\n" * 100 + ")",
        "if a:\n    b\n" + "elif c:\n    d\n" * 200,
    ],
)
def test_long_code_is_no_deep_code(source: str) -> None:
    assert parse(source) is not None


def test_code_that_cannot_be_read_keeps_no_secret() -> None:
    (found,) = secrets_in({"a.py": DEEP["attributes"]})
    assert found.place == Place("a.py", 1, "")
