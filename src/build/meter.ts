/**
 * A meter of SQL in Pyodide's WebAssembly: `sqlite3_step` counts the executions that it starts, in two
 * globals that have no way in from outside; two functions read them. Python's hooks of SQLite can be
 * taken off by Python; instructions cannot, and globals are not in the memory that `ctypes` writes.
 *
 * How far it holds. Counted: whatever executes through SQLite, by any connection, cursor, `ctypes` or
 * JavaScript. Each BEGIN, COMMIT and SAVEPOINT is an execution as well, each row of `executemany` one,
 * `VACUUM`, full-text tables and such count what they execute within; reading the schema does not count,
 * which SQLite does at a time of its own choice.
 * Not counted, as nothing is executed: `backup`, the bytes of `serialize` or of a database file that a
 * program parses by itself, `sqlite3_blob_reopen` by `ctypes`; and a program that pokes into SQLite's own
 * memory by `ctypes` can make a statement look as if it had begun. Nothing can make the count go down.
 */
import { readFile } from 'node:fs/promises';
import { Fault } from './faults.mjs';
import { PYODIDE } from './packs.ts';
import { replaceFile } from './staging.ts';
import {
  concatenate,
  name,
  number,
  type RawSection,
  Reader,
  readModule,
  Section,
  writeModule,
} from './wasm.ts';

/** Pyodide's WebAssembly with the meter: what the site ships and what Node runs. */
export const METERED = '.cache/meter/python.wasm';

const STEP = 'sqlite3_step';
const CALLED = ['sqlite3_stmt_busy', 'sqlite3_db_handle', 'sqlite3_column_count'] as const;

/** Where `sqlite3.init.busy` lies: not 0 while SQLite reads the schema. `sqlite3_step` reads it too. */
const BUSY = 177;

const I32 = 0x7f;
const EMPTY = 0x40;
const op = {
  if: 0x04,
  end: 0x0b,
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
  const [busy, handle, columns] = CALLED.map(index);
  const type = count(content(Section.type));
  const executions = imported('global') + count(content(Section.global));
  const reads = executions + 1;
  const reader = imported('function') + count(content(Section.function));

  const prologue = [
    ...[op.localGet, 0, op.if, EMPTY],
    ...[op.localGet, 0, op.call, ...number(busy ?? 0), op.eqz, op.if, EMPTY],
    ...[op.localGet, 0, op.call, ...number(handle ?? 0), op.load8, 0, ...number(BUSY), op.eqz],
    ...[op.if, EMPTY],
    ...[op.globalGet, ...number(executions), op.const, 1, op.add],
    ...[op.globalSet, ...number(executions)],
    ...[op.localGet, 0, op.call, ...number(columns ?? 0), op.const, 0, op.notEqual],
    ...[op.globalGet, ...number(reads), op.add, op.globalSet, ...number(reads)],
    ...[op.end, op.end, op.end],
  ];
  const getter = (global: number) => {
    const body = [0, op.globalGet, ...number(global), op.end];
    return [...number(body.length), ...body];
  };
  const mutableZero = [I32, 1, op.const, 0, op.end];
  const changes: Record<number, Uint8Array> = {
    [Section.type]: append(content(Section.type), [[0x60, 0, 1, I32]]),
    [Section.function]: append(content(Section.function), [number(type), number(type)]),
    [Section.global]: append(content(Section.global), [mutableZero, mutableZero]),
    [Section.export]: append(content(Section.export), [
      [...name('meter_executions'), 0, ...number(reader)],
      [...name('meter_reads'), 0, ...number(reader + 1)],
    ]),
    [Section.code]: append(
      prepend(content(Section.code), index(STEP) - imported('function'), prologue),
      [getter(executions), getter(reads)],
    ),
  };
  return writeModule(
    sections.map(
      (section): RawSection => ({ ...section, content: changes[section.id] ?? section.content }),
    ),
  );
}

/** How many entries a section says that it has. */
function count(section: Uint8Array): number {
  return new Reader(section).number();
}

/** Entries at the end, so that no other one gets another number. */
function append(section: Uint8Array, entries: readonly (readonly number[])[]): Uint8Array {
  const reader = new Reader(section);
  const total = reader.number() + entries.length;
  return concatenate([
    new Uint8Array(number(total)),
    section.subarray(reader.at),
    new Uint8Array(entries.flat()),
  ]);
}

function exportedFunctions(section: Uint8Array): Map<string, number> {
  const reader = new Reader(section);
  const found = new Map<string, number>();
  for (let left = reader.number(); left > 0; left--) {
    const exported = reader.name();
    const kind = reader.byte();
    const index = reader.number();
    if (kind === 0) found.set(exported, index);
  }
  return found;
}

/** Instructions before all others of one function; its own variables are declared before them. */
function prepend(code: Uint8Array, wanted: number, instructions: number[]): Uint8Array {
  const reader = new Reader(code);
  reader.number();
  for (let skipped = 0; skipped < wanted; skipped++) reader.take(reader.number());
  const before = code.subarray(0, reader.at);
  const body = reader.take(reader.number());
  const locals = new Reader(body);
  for (let left = locals.number(); left > 0; left--) {
    locals.number();
    locals.byte();
  }
  if (!includes(body, [op.load8, 0, ...number(BUSY)])) throw misfit('SQLite has other structures');
  const changed = concatenate([
    body.subarray(0, locals.at),
    new Uint8Array(instructions),
    body.subarray(locals.at),
  ]);
  return concatenate([
    before,
    new Uint8Array(number(changed.length)),
    changed,
    code.subarray(reader.at),
  ]);
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
