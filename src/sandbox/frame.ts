/**
 * Runs inside `<iframe sandbox="allow-scripts" srcdoc>`: an opaque origin whose policy allows no
 * network. It starts and ends workers for the page and keeps the bytes that they share.
 */
import type { FrameCommand, FrameEvent, WorkerNotice, WorkerStart } from '../runtime/protocol.ts';

/** The text of `bootstrap.ts`, put in by the bundler. */
declare const BOOTSTRAP: string;

const workers = new Map<number, Worker>();
/**
 * The newest snapshot is the one that the next worker starts from. Older ones are kept as blobs, which
 * the browser holds outside this process and may put on disk.
 */
const snapshots = new Map<string, ArrayBuffer | Blob>();
const packs = new Map<string, ArrayBuffer>();
/** Packs that only workers get which ask for them. */
const extras = new Set<string>();
let source = '';
let compiled: Promise<WebAssembly.Module>;
/** The last thing to come: until then, workers start and the module is compiled. */
const library = Promise.withResolvers<void>();
/** How this engine starts a worker; learnt from the first one. */
let whole = false;

addEventListener('message', function hello(event) {
  const port = event.ports[0];
  if (event.source !== parent || event.data?.kind !== 'hello' || !port) return;
  removeEventListener('message', hello);
  port.onmessage = ({ data }: MessageEvent<FrameCommand>) => obey(data, port);
});

function obey(command: FrameCommand, page: MessagePort): void {
  const tell = (event: FrameEvent, transfer: Transferable[] = []) =>
    page.postMessage(event, transfer);
  switch (command.kind) {
    case 'assets':
      source = command.worker;
      // Compiled once here: workers share the module and the code that the engine makes of it.
      compiled = WebAssembly.compile(command.wasm);
      void compiled.finally(() => free(command.wasm));
      break;
    case 'pack':
      packs.set(command.name, command.pack);
      if (command.extra) extras.add(command.name);
      if (command.name === 'library') library.resolve();
      break;
    case 'keep':
      keep(command.name, command.snapshot);
      break;
    case 'forget':
      snapshots.delete(command.name);
      packs.delete(command.name);
      break;
    case 'copy':
      void bytesOf(command.name).then((kept) => {
        const snapshot = kept.slice(0);
        tell({ kind: 'copied', name: command.name, snapshot }, [snapshot]);
      });
      break;
    case 'start':
      start(command, tell);
      break;
    case 'end':
      workers.get(command.id)?.terminate();
      workers.delete(command.id);
  }
}

type Start = Extract<FrameCommand, { kind: 'start' }>;

function start(command: Start, tell: (event: FrameEvent) => void): void {
  const { id } = command;
  const worker = new Worker(whole ? wholeUrl() : dataUrl(BOOTSTRAP));
  workers.set(id, worker);
  const lose = (message: string) => {
    if (workers.get(id) !== worker) return;
    worker.terminate();
    workers.delete(id);
    tell({ kind: 'lost', id, message });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    lose(event.message || 'The worker stopped without a message.');
  };
  worker.onmessage = ({ data }: MessageEvent<WorkerNotice>) => {
    if (data.kind === 'snapshot') keep(data.name, data.snapshot);
    else if (workers.get(id) !== worker) return;
    else if (data.kind === 'loaded') begin(worker, command).catch((error) => lose(String(error)));
    else {
      whole = true;
      worker.terminate();
      start(command, tell);
    }
  };
  if (!whole) worker.postMessage({ source });
}

async function begin(worker: Worker, { from, port, extras: asked }: Start): Promise<void> {
  const [module] = await Promise.all([compiled, library.promise]);
  const snapshot = from.kind === 'snapshot' ? await bytesOf(from.name) : null;
  const given = [...packs].filter(([name]) => !extras.has(name) || asked.includes(name));
  const first: WorkerStart = { module, packs: given.map(([, pack]) => pack), snapshot, port };
  worker.postMessage(first, [port]);
}

function keep(name: string, snapshot: ArrayBuffer): void {
  for (const [older, bytes] of snapshots) {
    if (bytes instanceof Blob) continue;
    snapshots.set(older, new Blob([bytes]));
    free(bytes);
  }
  snapshots.set(name, snapshot);
}

/** Give megabytes back now; garbage collection may be minutes away. */
function free(bytes: ArrayBuffer): void {
  bytes.transfer(0);
}

/** @throws Error when no snapshot of this name is kept. */
async function bytesOf(name: string): Promise<ArrayBuffer> {
  const kept = snapshots.get(name);
  if (!kept) throw new Error(`No snapshot ${name} is kept.`);
  return kept instanceof Blob ? kept.arrayBuffer() : kept;
}

/** Made once: it is more than a megabyte. */
let wholeSource = '';
function wholeUrl(): string {
  wholeSource ||= dataUrl(source);
  return wholeSource;
}

/** Base64 of UTF-8: a data URL of percent signs would be three times as long. */
function dataUrl(script: string): string {
  const bytes = new TextEncoder().encode(script);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return `data:text/javascript;base64,${btoa(binary)}`;
}
