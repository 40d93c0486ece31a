/**
 * A meter of SQL in Pyodide's WebAssembly: `sqlite3_step` counts the executions that it begins. Python's
 * hooks of SQLite can be taken off by Python; instructions cannot. The counts are globals, which are not
 * in the memory that `ctypes` writes, and only two functions that read them are exported: Pyodide lets
 * Python reach its exports, by way of JavaScript, so exported globals could be set to 0.
 *
 * How far it holds. Whatever SQLite executes is counted, by whatever connection, cursor, `ctypes` or
 * JavaScript, and nothing can make the count go down. Each BEGIN, COMMIT and SAVEPOINT is an execution as
 * well, and each row of `executemany`; `VACUUM`, `ANALYZE`, virtual tables and the first `serialize` also
 * count what they execute within. Not counted: reading the schema, which SQLite does at times of its own
 * choice.
 *
 * Not counted either, as nothing is executed: `backup`, `deserialize`, and rows that a program finds by
 * itself in the bytes of `serialize` or of a database file. Opening a blob is an execution but no read,
 * and `sqlite3_blob_reopen`, which only `ctypes` can call, is neither. And whoever writes into SQLite's own structures with
 * `ctypes` can hide an execution, by saying that the statement runs already or that the schema is read.
 */
import { readFile } from 'node:fs/promises';
import { Fault } from './faults.mjs';
import { PYODIDE } from './packs.ts';
import { replaceFile } from './staging.ts';
import {
  append,
  count,
  exportedFunctions,
  name,
  number,
  type RawSection,
  Reader,
  readModule,
  replaceBody,
  Section,
  typeOf,
  writeModule,
} from './wasm.ts';

/** Pyodide's WebAssembly with the meter: what the site ships and what Node runs. */
export const METERED = '.cache/meter/python.wasm';

const STEP = 'sqlite3_step';

/** Where `sqlite3.init.busy` lies: not 0 while SQLite reads the schema. `sqlite3_step` reads it too. */
const BUSY = 177;

const I32 = 0x7f;
const EMPTY = 0x40;
const op = {
  if: 0x04,
  end: 0x0b,
  return: 0x0f,
  call: 0x10,
  localGet: 0x20,
  globalGet: 0x23,
  globalSet: 0x24,
  load8: 0x2d,
  const: 0x41,
  eqz: 0x45,
  notEqual: 0x47,
  add: 0x6a,
} as const;

export async function buildMeter(): Promise<void> {
  const metered = addMeter(await readFile(`${PYODIDE}/pyodide.asm.wasm`));
  if (!WebAssembly.validate(metered)) throw misfit('the functions of SQLite have other parameters');
  await replaceFile(METERED, metered);
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The metered module, compiled once in a process. */
export function meteredModule(): Promise<WebAssembly.Module> {
  compiled ??= readFile(METERED).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/** @throws Fault when the module is not built the way that the meter knows. */
export function addMeter(wasm: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const sections = readModule(wasm);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  const imported = (kind: string) => imports.filter((it) => it.kind === kind).length;
  const content = (id: number): Uint8Array => {
    const found = sections.find((section) => section.id === id);
    if (!found) throw misfit(`section ${id} is missing`);
    return found.content;
  };
  // Names of branches and of source lines are kept by place in the code, which moves.
  if (sections.some(({ id, content }) => id === 0 && new Reader(content).name() !== 'dylink.0')) {
    throw misfit('it has a custom section that is not known');
  }

  const functions = exportedFunctions(content(Section.export));
  const index = (exported: string): number => {
    const found = functions.get(exported);
    if (found === undefined) throw misfit(`it does not export ${exported}`);
    if (found < imported('function')) throw misfit(`it imports ${exported}`);
    return found;
  };
  const step = index(STEP) - imported('function');
  const readType = count(content(Section.type));
  const global = imported('global') + count(content(Section.global));
  const added = imported('function') + count(content(Section.function));
  const places: Places = {
    executions: global,
    reads: global + 1,
    quiet: global + 2,
    step: added,
    isRunning: index('sqlite3_stmt_busy'),
    connection: index('sqlite3_db_handle'),
    columns: index('sqlite3_column_count'),
  };

  const code = replaceBody(content(Section.code), step, meteredStep(places));
  if (!includes(code.original, [op.load8, 0, ...number(BUSY)])) {
    throw misfit('its SQLite has other structures');
  }
  const mutableZero = [I32, 1, op.const, 0, op.end];
  const changes: Record<number, Uint8Array> = {
    [Section.type]: append(content(Section.type), [[0x60, 0, 1, I32]]),
    [Section.function]: append(
      content(Section.function),
      [typeOf(content(Section.function), step), readType, readType].map(number),
    ),
    [Section.global]: append(content(Section.global), [mutableZero, mutableZero, mutableZero]),
    [Section.export]: append(content(Section.export), [
      [...name('meter_executions'), 0, ...number(added + 1)],
      [...name('meter_reads'), 0, ...number(added + 2)],
    ]),
    [Section.code]: append(
      code.section,
      [
        code.original,
        new Uint8Array([0, op.globalGet, ...number(places.executions), op.end]),
        new Uint8Array([0, op.globalGet, ...number(places.reads), op.end]),
      ].map((body) => [...number(body.length), ...body]),
    ),
  };
  return writeModule(
    sections.map(
      (section): RawSection => ({ ...section, content: changes[section.id] ?? section.content }),
    ),
  );
}

/** Numbers of globals (the first three) and of functions. */
interface Places {
  executions: number;
  reads: number;
  /** Not 0 during a step that reads the schema. */
  quiet: number;
  step: number;
  isRunning: number;
  connection: number;
  columns: number;
}

/**
 * What takes the place of `sqlite3_step`, and calls what it was before. A step begins an execution when
 * its statement is not running yet; later ones bring further rows.
 *
 * Only the outermost step that reads the schema is passed over: a callback within, for example that of
 * `set_progress_handler`, may run queries of its own.
 */
function meteredStep(places: Places): number[] {
  const statement = [op.localGet, 0];
  const call = (index: number) => [...statement, op.call, ...number(index)];
  const get = (index: number) => [op.globalGet, ...number(index)];
  const set = (index: number) => [op.globalSet, ...number(index)];
  const when = (condition: number[], then: number[]) => [
    ...[...condition, op.if, EMPTY],
    ...[...then, op.end],
  ];
  const quietStep = [
    ...[op.const, 1, ...set(places.quiet)],
    ...call(places.step),
    ...[op.const, 0, ...set(places.quiet), op.return],
  ];
  const countOne = [
    ...[...get(places.executions), op.const, 1, op.add, ...set(places.executions)],
    ...[...call(places.columns), op.const, 0, op.notEqual],
    ...[...get(places.reads), op.add, ...set(places.reads)],
  ];
  const readsSchema = [...call(places.connection), op.load8, 0, ...number(BUSY)];
  return [
    0,
    ...when(statement, [
      ...when(readsSchema, when([...get(places.quiet), op.eqz], quietStep)),
      ...when([...call(places.isRunning), op.eqz], countOne),
    ]),
    ...call(places.step),
    op.end,
  ];
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return bytes.some((_, at) => wanted.every((byte, offset) => bytes[at + offset] === byte));
}

function misfit(why: string): Fault {
  return new Fault(
    `The meter of SQL does not fit this Pyodide: ${why}.`,
    'Keep the version that package.json had, or adapt src/build/meter.ts to the new one.',
  );
}
