"""The cases of `locks`: facts of PostgreSQL, a sentence each."""

from __future__ import annotations

# What other sessions cannot do meanwhile.
BLOCKS = {
    "ACCESS EXCLUSIVE": "reads and writes",
    "SHARE ROW EXCLUSIVE": "writes",
    "SHARE": "writes",
    "SHARE UPDATE EXCLUSIVE": "other schema changes and vacuum",
    "ROW EXCLUSIVE": "other changes of the same rows",
    "": "nothing",
}

EXCLUSIVE, WEAK = "ACCESS EXCLUSIVE", "SHARE UPDATE EXCLUSIVE"

# Action: lock of the table, rewrites it, reads all of it, the sentence.
FACTS: dict[str, tuple[str, bool, bool, str]] = {
    "add column": (
        EXCLUSIVE,
        False,
        False,
        "Only the catalog changes: a constant default is kept there.",
    ),
    "add volatile column": (
        EXCLUSIVE,
        True,
        False,
        "Each row gets a value of its own, so the table is rewritten.",
    ),
    "add generated column": (
        EXCLUSIVE,
        True,
        False,
        "The values are computed and stored, so the table is rewritten.",
    ),
    "add checked column": (
        EXCLUSIVE,
        False,
        True,
        "The check on the new column is tried on all rows.",
    ),
    "add unique column": (
        EXCLUSIVE,
        False,
        True,
        "The index of the new column is built from all rows.",
    ),
    "drop column": (
        EXCLUSIVE,
        False,
        False,
        "The column becomes invisible; its space is freed later, row by row.",
    ),
    "rename": (
        EXCLUSIVE,
        False,
        False,
        "Only the catalog changes, but code that runs still uses the old name.",
    ),
    "change type": (
        EXCLUSIVE,
        True,
        False,
        "The values are stored in another form, so the table is rewritten.",
    ),
    "widen type": (
        EXCLUSIVE,
        False,
        False,
        "The stored values stay as they are; only the catalog changes.",
    ),
    "set not null": (
        EXCLUSIVE,
        False,
        True,
        "All rows are read to find NULLs, unless a valid CHECK constraint proves that there are none.",
    ),
    "drop not null": (EXCLUSIVE, False, False, "Only the catalog changes."),
    "set default": (
        EXCLUSIVE,
        False,
        False,
        "Only the catalog changes; rows that exist keep their values.",
    ),
    "drop default": (
        EXCLUSIVE,
        False,
        False,
        "Only the catalog changes; inserts must name the column now.",
    ),
    "identity": (EXCLUSIVE, False, False, "Only the catalog changes."),
    "add check": (EXCLUSIVE, False, True, "All rows are read to see whether they pass."),
    "add check not valid": (
        EXCLUSIVE,
        False,
        False,
        "New and changed rows are checked; rows that exist are not read.",
    ),
    "add foreign key": (
        "SHARE ROW EXCLUSIVE",
        False,
        True,
        "All rows are read and looked up; both tables cannot be written meanwhile.",
    ),
    "add foreign key not valid": (
        "SHARE ROW EXCLUSIVE",
        False,
        False,
        "New and changed rows are checked; rows that exist are not read.",
    ),
    "validate constraint": (
        WEAK,
        False,
        True,
        "All rows are read, while others read and write the table.",
    ),
    "add unique": (
        EXCLUSIVE,
        False,
        True,
        "Its index is built from all rows, with everybody locked out.",
    ),
    "add unique using index": (
        EXCLUSIVE,
        False,
        False,
        "The index exists already; only the catalog changes.",
    ),
    "add exclusion": (
        EXCLUSIVE,
        False,
        True,
        "Its index is built from all rows, with everybody locked out.",
    ),
    "drop constraint": (EXCLUSIVE, False, False, "Only the catalog changes."),
    "create index": (
        "SHARE",
        False,
        True,
        "The table can be read but not written until it is built.",
    ),
    "create index concurrently": (
        WEAK,
        False,
        True,
        "The table can be written. Not in a transaction; a failure leaves an invalid index.",
    ),
    "drop index": (
        EXCLUSIVE,
        False,
        False,
        "Reads and writes of its table wait until the index is gone.",
    ),
    "drop index concurrently": (
        WEAK,
        False,
        False,
        "It waits for transactions that use it; not in one.",
    ),
    "rename index": ("", False, False, "Only the index is locked (SHARE UPDATE EXCLUSIVE)."),
    "create table": ("", False, False, "Nobody uses the new table yet."),
    "drop table": (EXCLUSIVE, False, False, "The table is gone at the end of the transaction."),
    "comment": (WEAK, False, False, "Only the catalog changes."),
    "write rows": (
        "ROW EXCLUSIVE",
        False,
        False,
        "The rows that it writes stay locked until the transaction ends.",
    ),
    "python": (
        "ROW EXCLUSIVE",
        False,
        False,
        "It depends on the code. The rows that it writes stay locked until the transaction ends.",
    ),
    "nothing": ("", False, False, "No table is locked."),
    "other": ("", False, False, "Not a statement that is known here: look it up."),
}
