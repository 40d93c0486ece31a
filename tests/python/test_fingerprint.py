"""SQL shapes, verbs and tables, by tables of cases."""

import pytest

from harness.fingerprint import shape_of, tables_of, verb_of

SHAPES = {
    "SELECT 1": "SELECT %s",
    "SELECT * FROM a WHERE id = 7": "SELECT * FROM a WHERE id = %s",
    "SELECT * FROM a WHERE id = %s": "SELECT * FROM a WHERE id = %s",
    "SELECT * FROM a\n  WHERE id=-7.5e3;": "SELECT * FROM a WHERE id=%s",
    "SELECT * FROM a WHERE b = 'it''s 3'": "SELECT * FROM a WHERE b = %s",
    "SELECT 'IN (1, 2)' FROM a": "SELECT %s FROM a",
    'SELECT "t1"."c2" FROM "t1" LIMIT 21': 'SELECT "t1"."c2" FROM "t1" LIMIT %s',
    "SELECT t1.c2 FROM t1": "SELECT t1.c2 FROM t1",
    "SELECT * FROM a WHERE id IN (1, 2, 3)": "SELECT * FROM a WHERE id IN (%s)",
    "SELECT * FROM a WHERE id IN (%s)": "SELECT * FROM a WHERE id IN (%s)",
    "SELECT * FROM a WHERE id in (%s, %s)": "SELECT * FROM a WHERE id IN (%s)",
    "SELECT * FROM a WHERE (b, c) IN ((1, 2), (3, 4))": "SELECT * FROM a WHERE (b, c) IN ((%s, %s))",
    "SELECT * FROM a WHERE id IN (SELECT 1)": "SELECT * FROM a WHERE id IN (SELECT %s)",
    "INSERT INTO a (b, c) VALUES (%s, %s), (%s, %s)": "INSERT INTO a (b, c) VALUES (%s, %s)",
    "SELECT 1 -- 2 'three\nFROM a": "SELECT %s FROM a",
    "SELECT /* 4 */ x FROM a": "SELECT x FROM a",
    "SAVEPOINT s140_x1": "SAVEPOINT",
    'RELEASE SAVEPOINT "s140_x2"': "RELEASE SAVEPOINT",
    "BEGIN": "BEGIN",
}

TABLES = {
    'SELECT "a"."x" FROM "a" INNER JOIN "b" ON ("a"."b_id" = "b"."id")': ["a", "b"],
    'SELECT "a"."x" FROM "a" LEFT OUTER JOIN "a" T2 ON 1': ["a"],
    "INSERT INTO a (b) VALUES (%s)": ["a"],
    'UPDATE "a" SET "b" = %s': ["a"],
    "DELETE FROM a WHERE b = 'from c'": ["a"],
    "SELECT (SELECT COUNT(*) FROM b) FROM a": ["b", "a"],
    "SELECT 1": [],
}

VERBS = {
    "select 1": "SELECT",
    "  (SELECT 1)": "SELECT",
    "-- hello\nUPDATE a SET b = 1": "UPDATE",
    "SAVEPOINT x": "SAVEPOINT",
    "": "",
}


@pytest.mark.parametrize("sql", SHAPES)
def test_shape(sql):
    assert shape_of(sql) == SHAPES[sql]


@pytest.mark.parametrize("sql", SHAPES)
def test_shape_is_its_own_shape(sql):
    assert shape_of(shape_of(sql)) == shape_of(sql)


@pytest.mark.parametrize("sql", TABLES)
def test_tables(sql):
    assert tables_of(sql) == TABLES[sql]


@pytest.mark.parametrize("sql", VERBS)
def test_verb(sql):
    assert verb_of(sql) == VERBS[sql]
