import { checksum } from './checksum.ts';
import { download, type OnBytes } from './download.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import { type Asset, manifest } from './manifest.ts';
import type { StartFrom } from './protocol.ts';
import type { SandboxFrame } from './sandbox-frame.ts';
import { keepSnapshot, takeSnapshot } from './shelf.ts';
import type { Way } from './ways.ts';

const BASE = 'base';
const CORE = 'core';

/** A place to start interpreters from, and the first one, already started. */
export interface Base {
  way: Way;
  /** Where later interpreters start; those from nothing need `prepare`. */
  from: StartFrom;
  first: Interpreter;
}

/** What a download has still to tell: how many bytes, of how many, in which step. */
export interface Steps {
  /** Bytes that will come; called before they do. */
  expect(step: string, bytes: number): void;
  onBytes: OnBytes;
  /** Work without bytes. */
  work(step: string): void;
}

/**
 * Bring the frame what every way needs. The library comes last, and while it does the module is
 * compiled and the snapshot is on its way.
 *
 * @throws PlatformFault when a download fails.
 */
export async function sendAssets(connecting: Promise<SandboxFrame>, steps: Steps): Promise<Assets> {
  const started = performance.now();
  const { wasm, worker, library } = manifest;
  steps.expect('Downloading Python', wasm.bytes + worker.bytes + library.bytes);
  const packing = download(library, steps.onBytes);
  const [wasmBytes, workerBytes, frame] = await Promise.all([
    download(wasm, steps.onBytes),
    download(worker, steps.onBytes),
    connecting,
  ]);
  const speed = megabits([wasm, worker], performance.now() - started);
  const source = new TextDecoder().decode(workerBytes);
  frame.send({ kind: 'assets', wasm: wasmBytes, worker: source }, [wasmBytes]);
  const complete = packing.then((bytes) => sendPack(frame, 'library', bytes));
  // Awaited with the base; until then a failure is nobody's.
  complete.catch(() => undefined);
  return { frame, megabits: speed, complete };
}

/** What `sendAssets` leaves: workers may be started, and will wait for what is still on its way. */
export interface Assets {
  frame: SandboxFrame;
  /** Speed of the line in megabits per second; null when the files came from a cache. */
  megabits: number | null;
  complete: Promise<void>;
}

/** The speed at which assets came, as the browser counted their bytes on the wire. */
function megabits(assets: readonly Asset[], milliseconds: number): number | null {
  const bytes = performance
    .getEntriesByType('resource')
    .filter(({ name }) => assets.some(({ path }) => name.includes(path)))
    .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0);
  return bytes > 0 ? (bytes * 8) / 1000 / milliseconds : null;
}

/** Download a pack for all interpreters that start from now on. @throws PlatformFault */
export async function addPack(
  frame: SandboxFrame,
  name: string,
  pack: Asset,
  steps: Steps,
): Promise<void> {
  steps.expect('Downloading packages', pack.bytes);
  sendPack(frame, name, await download(pack, steps.onBytes));
}

/** Download a pack that only interpreters get which ask for it; nobody waits for it. @throws PlatformFault */
export async function addExtra(frame: SandboxFrame, name: string, pack: Asset): Promise<void> {
  const bytes = await download(pack, () => undefined);
  frame.send({ kind: 'pack', name, pack: bytes, extra: true }, [bytes]);
}

function sendPack(frame: SandboxFrame, name: string, pack: ArrayBuffer): void {
  frame.send({ kind: 'pack', name, pack }, [pack]);
}

/**
 * Try the ways in turn until an interpreter is up.
 *
 * @throws the last way's error when none works.
 */
export async function reachBase(
  { frame, complete }: Assets,
  ways: readonly Way[],
  steps: Steps,
): Promise<Base> {
  let reason: unknown = new Error('There was no way to try.');
  for (const way of ways) {
    try {
      const [base] = await Promise.all([ROADS[way](frame, steps), complete]);
      if (base) return { way, ...base };
    } catch (error) {
      reason = error;
      console.warn(`The ${way} snapshot could not be used.`, error);
    }
  }
  throw reason;
}

type Road = (frame: SandboxFrame, steps: Steps) => Promise<Omit<Base, 'way'> | null>;

const ROADS: Record<Way, Road> = {
  async shipped(frame, steps) {
    steps.expect('Downloading the snapshot', manifest.snapshot.bytes);
    const bytes = await download(manifest.snapshot, steps.onBytes);
    if (checksum(bytes) !== manifest.snapshot.checksum) throw new Error('It is damaged.');
    return restore(frame, bytes, steps);
  },

  async kept(frame, steps) {
    const bytes = await takeSnapshot(manifest.build);
    return bytes && restore(frame, bytes, steps);
  },

  async built(frame, steps) {
    await addPack(frame, CORE, manifest.core, steps);
    steps.work('Importing Django');
    const first = await startInterpreter(frame, { kind: 'nothing' });
    await first.ask({ kind: 'prepare', keep: BASE });
    // Its modules are in the snapshot now; nobody reads the files again.
    frame.send({ kind: 'forget', name: CORE });
    store(frame);
    return { from: { kind: 'snapshot', name: BASE }, first };
  },

  async plain(frame, steps) {
    await addPack(frame, CORE, manifest.core, steps);
    steps.work('Importing Django');
    const first = await startInterpreter(frame, { kind: 'nothing' });
    await first.ask({ kind: 'prepare', keep: null });
    return { from: { kind: 'nothing' }, first };
  },
};

async function restore(frame: SandboxFrame, snapshot: ArrayBuffer, steps: Steps) {
  steps.work('Waking Python up');
  frame.send({ kind: 'keep', name: BASE, snapshot }, [snapshot]);
  const from: StartFrom = { kind: 'snapshot', name: BASE };
  return { from, first: await startInterpreter(frame, from) };
}

/** The first run comes first. */
const STORE_AFTER_MS = 2000;

/** Keep this browser's own snapshot for the next visit, in the background. */
function store(frame: SandboxFrame): void {
  const stop = frame.listen((event) => {
    if (event.kind !== 'copied' || event.name !== BASE) return;
    stop();
    // 27 MB that the page would otherwise hold until its next garbage collection.
    void keepSnapshot(manifest.build, event.snapshot).finally(() => {
      event.snapshot.transfer(0);
      performance.mark('runtime:kept');
    });
  });
  setTimeout(() => frame.send({ kind: 'copy', name: BASE }), STORE_AFTER_MS);
}
