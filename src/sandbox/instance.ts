/**
 * Handing Pyodide a module that is compiled already, and getting at the instance that it makes.
 *
 * Pyodide must keep its own `instantiateWasm`, which adds imports of its own, and that one instantiates
 * what it has read or fetched by itself; so the two functions that it calls for this give it ours.
 */

/** The two counters that `src/build/meter.ts` adds to SQLite, since the interpreter started. */
export interface Meter {
  /** Statements that began to execute: queries, changes, and what begins and ends transactions. */
  executions: number;
  /** Those of them that may give rows: SELECT, PRAGMA, EXPLAIN, RETURNING. */
  reads: number;
}

type InstantiateWasm = (
  imports: WebAssembly.Imports,
  done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => object;

export interface WasmSettings {
  instantiateWasm?: InstantiateWasm;
}

/** Told apart by their imports, so that interpreters may start side by side. */
const modules = new WeakMap<WebAssembly.Imports, WebAssembly.Module>();

const { instantiate } = WebAssembly;
replace('instantiate');
// Pyodide calls the first in Node, where it reads a file, and this one in browsers.
replace('instantiateStreaming');

function replace(name: 'instantiate' | 'instantiateStreaming'): void {
  const original = WebAssembly[name] as (source: unknown, imports?: WebAssembly.Imports) => unknown;
  const replaced = async (source: unknown, imports?: WebAssembly.Imports) => {
    const module = imports && modules.get(imports);
    if (!module) return original(source, imports);
    return { module, instance: await instantiate(module, imports) };
  };
  Reflect.set(WebAssembly, name, replaced);
}

/**
 * Make Pyodide instantiate this module.
 *
 * @returns what reads the meter once there is an instance. The functions of the instance that it calls
 * are kept here, and are nowhere looked up again: what a learner replaces does not change the answer.
 */
export function provideModule(settings: WasmSettings, module: WebAssembly.Module): () => Meter {
  const { instantiateWasm } = settings;
  if (!instantiateWasm)
    throw new Error('This Pyodide instantiates its WebAssembly in another way.');
  let executions: (() => number) | undefined;
  let reads: (() => number) | undefined;
  settings.instantiateWasm = (imports, done) => {
    modules.set(imports, module);
    return instantiateWasm(imports, (instance, instantiated) => {
      ({ meter_executions: executions, meter_reads: reads } = instance.exports as MeterExports);
      done(instance, instantiated);
    });
  };
  return () => {
    if (!executions || !reads) throw new Error('This WebAssembly has no meter of SQL.');
    return { executions: executions() >>> 0, reads: reads() >>> 0 };
  };
}

interface MeterExports extends WebAssembly.Exports {
  meter_executions?: () => number;
  meter_reads?: () => number;
}
