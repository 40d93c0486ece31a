"""The words of `expect.migration`, on claims as a probe makes them, true and forged."""

from collections.abc import Callable
from typing import Any

import pytest

from harness.claim import Claim
from harness.exhibits import MigrationsExhibit, Stage
from harness.plain import plain
from harness.report import Report, Timings
from judge.batch_rules import changed_rows
from judge.expect import Expect
from judge.migration_exhibit import migrations_exhibit
from judge.migrations import Migration
from judge.request import Metered, Reads
from judge.ruling import Failed, Outcome, Passed, Ruling

ADD = {"text": "Add field size", "sql": ['ALTER TABLE "part" ADD COLUMN "size" integer NULL;']}
INDEX = {"text": "Create index i", "sql": ['CREATE INDEX "i" ON "part" ("size");']}
BESIDE = {"text": "Create index i", "sql": ['CREATE INDEX CONCURRENTLY "i" ON "part" ("size");']}


def script(name: str, step: dict[str, Any], back: list[str] | None = None) -> dict[str, Any]:
    return {"name": name, "error": None, "steps": [step], "back": back}


PYTHON = {"type": "RunPython", "text": "Add field size", "reversible": True}
CREATE = {"type": "AddIndex", "text": "Create index i", "reversible": True}
ERROR = {"type": "OperationalError", "message": "no such column", "place": ["m/0002.py", 7]}
BEFORE = [{"id": 1, "name": "Ada B"}]
SPLIT = [{"id": 1, "name": "Ada B", "given": "Ada"}]
LOG = [["BEGIN", 0], ["UPDATE a", 0], ["COMMIT", 3], ["UPDATE b", 3], [None, 9]]


def run(**changes: Any) -> dict[str, Any]:
    step = {
        "name": "0002_split",
        "error": None,
        "rows": {"Person": SPLIT},
        "log": LOG,
        "late": [{"done": True}],
    }
    return {
        "before": {"Person": BEFORE},
        "steps": [step],
        "back": {"error": None, "rows": {"Person": BEFORE}},
        "again": {"error": None, "rows": {"Person": SPLIT}},
        "killed": {
            "stopped": True,
            "rows": {"Person": [*SPLIT, {"id": 2, "given": ""}]},
            "resumed": {"error": None, "rows": {"Person": SPLIT}},
        },
    } | changes


SEEN: dict[str, Any] = {
    "leaves": ["0002_split"],
    "migrations": [
        {"name": "0002_split", "atomic": True, "operations": [PYTHON]},
        {"name": "0003_index", "atomic": True, "operations": [CREATE]},
    ],
    "missing": {},
    "places": {"0002_split.Migration": ["m/0002.py", 3]},
    "run": run(),
    "sql": {"postgres": [script("0002_split", ADD, ["DROP"]), script("0003_index", INDEX)]},
}


def rule(say: Callable[[Migration], None], **seen: Any) -> Ruling:
    """What the first demand comes to."""
    migration = Expect({}).migration("people", after="0001", postgres=True)
    say(migration)
    empty: list[Any] = []
    report = Report(
        "grading",
        empty,
        0,
        None,
        None,
        0,
        empty,
        empty,
        empty,
        empty,
        empty,
        None,
        Timings(0, 0, 0),
    )
    claim = Claim(report, plain(SEEN | seen))
    outcome = Outcome(migration.probes[0], Metered(claim, Reads(0, 0, 0)), None, {})
    return migration.requirements[0].rule([outcome])


def given(row: dict[str, Any]) -> dict[str, Any]:
    return {"given": row["name"].partition(" ")[0]}


def no_drift(m: Migration) -> None:
    m.no_drift()


def runs(m: Migration) -> None:
    m.runs("1 person")


def keeps(m: Migration) -> None:
    m.keeps("Person", "name", title="t")


def gives(m: Migration) -> None:
    m.gives("Person", given, title="t")


def undone(m: Migration) -> None:
    m.undone("Person", title="t")


def repeats(m: Migration) -> None:
    m.repeats("Person", "given", title="t")


def others(m: Migration) -> None:
    m.others_write("0002_split", who="an old server", title="t")


def batches(m: Migration) -> None:
    m.batches("0002_split", at_most=6, title="t")


def smaller_batches(m: Migration) -> None:
    m.batches("0002_split", at_most=5, title="t")


def resumes(m: Migration) -> None:
    m.resumes("0002_split", "Person", lambda row: bool(row["given"]), after=1, title="t")


def operations(m: Migration) -> None:
    m.operations("0002_split", ["RunPython"], title="t")


def other_operations(m: Migration) -> None:
    m.operations("0002_split", ["RunSQL"], title="t")


BROKEN = run(steps=[{"name": "0002_split", "error": ERROR, "late": [], "log": []}])
BACK_FAILED = run(back={"error": ERROR}, again=None)
KILLED = run()["killed"]


def killed(**changes: Any) -> dict[str, Any]:
    return {"run": run(killed=KILLED | changes)}


Case = tuple[Callable[[Migration], None], dict[str, Any], bool, str]
CASES: list[Case] = [
    (no_drift, {}, True, "No changes detected"),
    (
        no_drift,
        {"missing": {"people": [{"text": "Add field x"}]}},
        False,
        "still write: Add field x",
    ),
    (no_drift, {"leaves": ["a", "b"]}, False, "end in `a` and `b`"),
    (operations, {}, True, "`RunPython`"),
    (other_operations, {}, False, "expected `RunSQL`"),
    (runs, {}, True, "ran through on 1 person"),
    (runs, {"run": BROKEN}, False, "raised OperationalError: no such column"),
    (keeps, {}, True, "`name` of all 1 rows"),
    (keeps, {"run": run(before={"Person": [{"id": 1, "name": "Eve"}]})}, False, "expected 'Eve'"),
    (keeps, {"run": run(before={"Person": [{"id": 9, "name": "Eve"}]})}, False, "is gone"),
    (gives, {}, True, "All 1 rows"),
    (gives, {"run": BROKEN}, False, "did not run through"),
    (undone, {}, True, "as they were"),
    (undone, {"run": BACK_FAILED}, False, "Going back raised OperationalError"),
    (
        undone,
        {"run": run(back={"error": None, "rows": {"Person": [{"id": 1, "name": ""}]}})},
        False,
        "expected 'Ada B', got ''",
    ),
    (undone, {"run": run(back={"error": None, "rows": {"Person": []}})}, False, "are lost"),
    (repeats, {}, True, "the same rows"),
    (
        repeats,
        {"run": run(again={"error": None, "rows": {"Person": [{"given": ""}]}})},
        False,
        "expected 'Ada', got ''",
    ),
    (repeats, {"run": run(again={"error": ERROR})}, False, "The second time"),
    (repeats, {"run": BACK_FAILED}, False, "Going back did not work"),
    (others, {}, True, "inserted 1 rows"),
    (batches, {}, True, "took 2 transactions, of 6 rows at most"),
    (smaller_batches, {}, False, "changed 6 rows in one transaction"),
    (batches, {"run": BROKEN}, False, "did not run through"),
    (resumes, {}, True, "Stopped after 1 of 2 rows"),
    (resumes, killed(stopped=False), False, "never wrote that much"),
    (
        resumes,
        killed(rows={"Person": [{"id": 2, "given": ""}]}),
        False,
        "nothing that it had done was kept",
    ),
    (resumes, killed(resumed={"error": ERROR}), False, "started again, it raised"),
    (
        resumes,
        killed(resumed={"error": None, "rows": {"Person": [{"given": ""}]}}),
        False,
        "left 1 rows",
    ),
]


@pytest.mark.parametrize(("say", "seen", "passes", "words"), CASES)
def test_words(
    say: Callable[[Migration], None], seen: dict[str, Any], passes: bool, words: str
) -> None:
    ruling = rule(say, **seen)
    assert isinstance(ruling, Passed if passes else Failed)
    assert words in ruling.message


def test_rows_that_others_could_not_write() -> None:
    step = run()["steps"][0] | {
        "late": [{"done": False, "error": "IntegrityError", "message": "no"}]
    }
    ruling = rule(others, run=run(steps=[step]))
    assert isinstance(ruling, Failed)
    assert "an old server inserted a row and got IntegrityError: no" in ruling.message


def test_an_error_is_told_with_its_line() -> None:
    ruling = rule(runs, run=BROKEN)
    assert isinstance(ruling, Failed)
    assert ruling.place is not None
    assert (ruling.place.file, ruling.place.line) == ("m/0002.py", 7)


@pytest.mark.parametrize("forged", [None, [], "passed", {"steps": [None]}, {"steps": [{}]}])
@pytest.mark.parametrize("say", [runs, keeps, gives, undone, repeats, others, batches, resumes])
def test_what_makes_no_sense_does_not_pass(say: Callable[[Migration], None], forged: Any) -> None:
    assert isinstance(rule(say, run=forged), Failed)


LOGS: list[tuple[list[tuple[str | None, int]], list[int]]] = [
    ([("UPDATE a", 0), ("UPDATE b", 2), (None, 5)], [2, 3]),
    ([("BEGIN", 0), ("UPDATE a", 0), ("UPDATE b", 2), ("COMMIT", 5), (None, 5)], [5]),
    ([("BEGIN", 0), ("UPDATE a", 0), ("ROLLBACK", 5), (None, 5)], []),
    (
        [
            ("BEGIN", 0),
            ("SAVEPOINT s", 0),
            ("UPDATE a", 0),
            ("ROLLBACK TO SAVEPOINT s", 5),
            ("COMMIT;", 5),
            (None, 5),
        ],
        [5],
    ),
    ([('INSERT INTO "django_migrations" x', 0), ("UPDATE a", 1), (None, 4)], [3]),
    ([("BEGIN IMMEDIATE", 0), ("UPDATE a", 0), (None, 7)], [7]),
]


@pytest.mark.parametrize(("log", "changed"), LOGS)
def test_rows_of_each_transaction(log: list[tuple[str | None, int]], changed: list[int]) -> None:
    assert [each for each in changed_rows(log) if each] == changed


LOCKS: list[Case] = [
    (lambda m: m.possible("0002_split", title="t"), {}, True, "would run"),
    (lambda m: m.only_catalog("0002_split", title="t"), {}, True, "for milliseconds"),
    (
        lambda m: m.only_catalog("0003_index", title="t"),
        {},
        False,
        "takes a SHARE lock and reads all rows",
    ),
    (lambda m: m.writes_go_on("0003_index", title="t"), {}, False, "writes wait"),
    (
        lambda m: m.writes_go_on("0003_index", title="t"),
        {"sql": {"postgres": [script("0003_index", BESIDE)]}},
        True,
        "Writes go on",
    ),
    (lambda m: m.writes_go_on("0004", title="t"), {}, False, "There is no migration `0004`"),
    (lambda m: m.says("0003_index", "create index", title="t"), {}, True, "create index"),
    (lambda m: m.says("0003_index", "CONCURRENTLY", title="t"), {}, False, "is expected there"),
    (lambda m: m.says("0003_index", "DROP", back=True, title="t"), {}, False, "cannot be undone"),
    (lambda m: m.says("0002_split", "DROP", back=True, title="t"), {}, True, "Going back from"),
]


@pytest.mark.parametrize(("say", "seen", "passes", "words"), LOCKS)
def test_locks(
    say: Callable[[Migration], None], seen: dict[str, Any], passes: bool, words: str
) -> None:
    ruling = rule(say, **seen)
    assert isinstance(ruling, Passed if passes else Failed)
    assert words in ruling.message


def test_what_postgresql_refuses() -> None:
    refused = script("0002_split", ADD) | {"error": {"type": "NotSupportedError", "message": "no"}}
    for say in (
        lambda m: m.possible("0002_split", title="t"),
        lambda m: m.writes_go_on("0002_split", title="t"),
    ):
        ruling = rule(say, sql={"postgres": [refused]})
        assert isinstance(ruling, Failed)
        assert "raises NotSupportedError: no" in ruling.message


@pytest.mark.parametrize("say", [no_drift, lambda m: m.writes_go_on("0003_index", title="t")])
def test_sql_and_locks_are_shown_whatever_the_ruling(say: Callable[[Migration], None]) -> None:
    ruling = rule(say)
    assert isinstance(ruling, (Passed, Failed))
    (shown,) = ruling.exhibits
    assert isinstance(shown, MigrationsExhibit)
    assert [each.name for each in shown.migrations] == ["0002_split", "0003_index"]
    (operation,) = shown.migrations[1].operations
    assert operation.sqlite is None
    assert operation.postgres is not None
    (lock,) = operation.locks
    assert (lock.action, lock.mode, lock.blocks) == ("create index", "SHARE", "writes")
    assert [each.ran for each in shown.migrations] == ["ran", "not run"]
    assert shown.migrations[0].rows == [Stage("Person", 1, 0, 0, 0)]
    assert shown.back == [Stage("Person", 1, 0, 0, 0)]


def test_what_only_postgresql_can_run_is_no_error() -> None:
    refused = script("0003_index", INDEX) | {"steps": [], "error": {"type": "T", "message": "no"}}
    shown = migrations_exhibit(
        SEEN | {"sql": {"sqlite": [refused], "postgres": [script("0003_index", BESIDE)]}}
    )
    assert shown.migrations[1].errors == []
    assert shown.migrations[1].operations[0].sqlite is None
    alone = migrations_exhibit(SEEN | {"sql": {"sqlite": [refused]}})
    assert alone.migrations[1].errors == ["SQLite refuses it: T: no"]


def test_rows_that_are_lost_and_changed_are_counted() -> None:
    before = {"Person": [{"id": 1, "name": "Ada"}, {"id": 2, "name": "Bo"}, {"id": 3, "name": "C"}]}
    after = {"Person": [{"id": 1, "name": "Ada"}, {"id": 2, "name": "?"}, {"id": 9, "name": "New"}]}
    step = run()["steps"][0] | {
        "rows": after,
        "late": [{"done": False, "error": "E", "message": "m"}],
    }
    shown = migrations_exhibit(SEEN | {"run": run(before=before, steps=[step])})
    assert shown.before == [Stage("Person", 3, 0, 0, 0)]
    assert shown.migrations[0].rows == [Stage("Person", 3, lost=1, added=1, changed=1)]
    assert shown.migrations[0].late == ["E: m"]
    assert shown.migrations[0].back == ["DROP"]
