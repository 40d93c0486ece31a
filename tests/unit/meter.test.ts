import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostPython } from '../../src/build/host-python.ts';
import { addMeter, METERED } from '../../src/build/meter.ts';
import { PYODIDE } from '../../src/build/packs.ts';
import { writeModule } from '../../src/build/wasm.ts';
import type { Meter } from '../../src/sandbox/instance.ts';
import type { Python } from '../../src/sandbox/python.ts';

/** Five rows in `t` of the connection `c`, which begins no transactions by itself. */
const TABLE = `
import ctypes
import sqlite3
import pyodide_js

def connect(path=":memory:"):
    return sqlite3.connect(path, isolation_level=None)

c = connect()
c.execute("create table t (a)")
c.executemany("insert into t values (?)", [(i,) for i in range(5)])

lib = ctypes.pythonapi
# The first field of a connection, after what all objects have.
db = ctypes.c_void_p.from_address(id(c) + object.__basicsize__)
`;

const DJANGO = `
import django
from django.conf import settings
settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
django.setup()
from django.core.management import call_command
call_command("migrate", run_syncdb=True, verbosity=0)
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
ContentType.objects.all().delete()
ContentType.objects.bulk_create(ContentType(app_label="x", model=str(i)) for i in range(250))
`;

let python: Python;

beforeAll(async () => {
  python = await hostPython();
});

/** What running the code adds to the meter. */
function cost(code: string): Meter {
  const before = python.readMeter();
  python.pyodide.runPython(code);
  const after = python.readMeter();
  return {
    executions: after.executions - before.executions,
    reads: after.reads - before.reads,
  };
}

test('a restored Python starts at zero', async () => {
  cost('import sqlite3; sqlite3.connect(":memory:").execute("select 1")');
  expect(python.readMeter().executions).toBeGreaterThan(0);
  expect((await hostPython()).readMeter()).toEqual({ executions: 0, reads: 0 });
});

describe('sqlite3', () => {
  beforeAll(() => {
    python.pyodide.runPython(TABLE);
  });

  test.each<[what: string, code: string, executions: number, reads: number]>([
    ['a query, whatever its rows', 'c.execute("select * from t").fetchall()', 1, 1],
    ['a query without rows', 'c.execute("select * from t where a > 9").fetchall()', 1, 1],
    [
      'a query of which one row is read',
      'u = c.execute("select * from t"); next(u); u.close()',
      1,
      1,
    ],
    ['the same twice', 'for _ in range(2): c.execute("select * from t").fetchall()', 2, 2],
    ['a change', 'c.execute("update t set a = a")', 1, 0],
    ['RETURNING', 'c.execute("update t set a = a returning a").fetchall()', 1, 1],
    ['PRAGMA', 'c.execute("pragma table_info(t)").fetchall()', 1, 1],
    ['EXPLAIN', 'c.execute("explain query plan select * from t").fetchall()', 1, 1],
    ['a comment', 'c.execute("-- nothing")', 0, 0],
    ['executemany', 'c.executemany("update t set a = ?", [(1,), (2,), (3,)])', 3, 0],
    ['executescript', 'c.executescript("select 1; begin; update t set a = a; commit")', 4, 1],
    ['another connection', 'connect().execute("select 1").fetchall()', 1, 1],
    [
      'a cursor of a class of its own',
      'class Own(sqlite3.Cursor): pass\nsqlite3.Cursor.execute(c.cursor(Own), "select a from t").fetchall()',
      1,
      1,
    ],
    [
      'a query within a query',
      'c.create_function("f", 0, lambda: c.execute("select count(*) from t").fetchone()[0])\nc.execute("select f()").fetchall()',
      2,
      2,
    ],
    ['serialize', 'data = c.serialize()', 2, 2],
    ['deserialize', 'd = connect(); d.deserialize(data)', 1, 0],
    ['a query of what was deserialized', 'd.execute("select * from t").fetchall()', 1, 1],
    ['serialize of what was deserialized', 'd.serialize()', 0, 0],
    ['backup', 'c.backup(connect())', 0, 0],
    ['iterdump', 'list(c.iterdump())', 5, 5],
    [
      'a blob',
      'c.executescript("create table b (a blob); insert into b values (zeroblob(9))")\nc.blobopen("b", "a", 1).read()',
      3,
      0,
    ],
  ])('%s', (_what, code, executions, reads) => {
    expect(cost(code)).toEqual({ executions, reads });
  });

  test('reading the schema does not count, a query at the same time does', () => {
    cost('f = connect("/tmp/meter.db"); f.executescript("create table t (a); create table u (a)")');
    expect(cost('g = connect("/tmp/meter.db"); g.execute("select a from t").fetchall()')).toEqual({
      executions: 1,
      reads: 1,
    });
    // For the other connection, which has to read it again.
    expect(cost('f.execute("create table v (a)"); g.execute("select a from t")')).toEqual({
      executions: 2,
      reads: 1,
    });
    const { executions } = cost(`
answers = []
for steps in range(1, 40):
    g = connect("/tmp/meter.db")
    def query():
        g.set_progress_handler(None, 0)
        try:
            answers.append(g.execute("select a from t").fetchall())
        except sqlite3.OperationalError:
            pass
    g.set_progress_handler(query, steps)
    g.execute("select a from u")
`);
    const answered = Number(python.pyodide.runPython('len(answers)'));
    expect(answered).toBeGreaterThan(0);
    expect(executions).toBe(39 + answered);
  });
});

describe('what cannot hide a query', () => {
  const query = 'c.execute("select a from t").fetchall()';

  test.each([
    [
      'taking off the hooks of sqlite3',
      'c.set_trace_callback(None); c.set_progress_handler(None, 0)',
    ],
    ['taking off the hooks of SQLite', 'lib.sqlite3_trace_v2(db, 0, None, None)'],
  ])('%s', (_what, code) => {
    expect(cost(`${code}\n${query}`)).toEqual({ executions: 1, reads: 1 });
  });

  test.each([
    ['sqlite3_exec', 'lib.sqlite3_exec(db, b"select a from t", None, None, None)'],
    [
      'sqlite3_step',
      `s = ctypes.c_void_p()
lib.sqlite3_prepare_v2(db, b"select a from t", -1, ctypes.byref(s), None)
while lib.sqlite3_step(s) == 100: pass
lib.sqlite3_finalize(s)`,
    ],
    [
      'sqlite3_get_table',
      `n = ctypes.c_int(); r = ctypes.c_void_p()
lib.sqlite3_get_table(db, b"select a from t", *map(ctypes.byref, (r, n, n)), None)`,
    ],
  ])('%s by ctypes', (_name, code) => {
    expect(cost(code)).toEqual({ executions: 1, reads: 1 });
  });

  test('no statement at all is refused as ever', () => {
    expect(cost('assert lib.sqlite3_step(None) == 21')).toEqual({ executions: 0, reads: 0 });
  });
});

test('what Python finds of the meter by way of JavaScript does not change the count', async () => {
  python = await hostPython();
  python.pyodide.runPython(TABLE);
  const value = Object.getOwnPropertyDescriptor(WebAssembly.Global.prototype, 'value') ?? {};
  try {
    const took = cost(`
overwrite = pyodide_js.toPy.constructor("module", """
  for (const { exports } of Object.values(module.LDSO.loadedLibsByName)) {
    for (const name of ['meter_executions', 'meter_reads', 'sqlite3_step']) {
      if (typeof exports[name] !== 'function') throw new Error(name);
      exports[name] = () => 0;
    }
    for (const [name, value] of Object.entries(exports)) {
      if (name.includes('meter') && value instanceof WebAssembly.Global) value.value = 0;
    }
  }
  Object.defineProperty(WebAssembly.Global.prototype, 'value', { get: () => 0 });
""")
overwrite(pyodide_js._module)
c.execute("select a from t").fetchall()`);
    expect(took).toEqual({ executions: 1, reads: 1 });
  } finally {
    Object.defineProperty(WebAssembly.Global.prototype, 'value', value);
  }
});

describe('Django', () => {
  beforeAll(async () => {
    python = await hostPython();
    python.pyodide.runPython(DJANGO);
  });

  test.each<[code: string, executions: number, reads: number]>([
    ['list(ContentType.objects.all())', 1, 1],
    ['ContentType.objects.first()', 1, 1],
    ['for _ in ContentType.objects.iterator(chunk_size=10): pass', 1, 1],
    ['for _ in ContentType.objects.iterator(chunk_size=10): break', 1, 1],
    ['for it in ContentType.objects.all()[:20]: ContentType.objects.get(pk=it.pk)', 21, 21],
    ['ContentType.objects.update(app_label="y")', 1, 0],
    ['ContentType.objects.create(app_label="z", model="z")', 1, 1],
    ['with transaction.atomic(): ContentType.objects.count()', 3, 1],
    ['connection.connection.execute("select 1").fetchall()', 1, 1],
  ])('%s', (code, executions, reads) => {
    expect(cost(code)).toEqual({ executions, reads });
  });
});

describe('another build', () => {
  const pyodide = new Uint8Array(readFileSync(`${PYODIDE}/pyodide.asm.wasm`));

  test('adds the same again', () => {
    expect(Buffer.compare(addMeter(pyodide), readFileSync(METERED))).toBe(0);
  });

  test('of a module that is not SQLite says so', () => {
    expect(() => addMeter(writeModule([]))).toThrow(/does not fit this Pyodide/);
  });

  test('of a Pyodide without sqlite3_step says so', () => {
    const bytes = Buffer.from(pyodide);
    bytes.write('sqlite3_stop', bytes.indexOf('\x0csqlite3_step', 0, 'latin1') + 1);
    expect(() => addMeter(new Uint8Array(bytes))).toThrow(/does not export sqlite3_step/);
  });
});
