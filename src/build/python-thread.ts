/**
 * A thread with one Python at a time: what a worker in the reader's browser is. It gets a message to
 * start one, then commands; the Python is dropped when the next one is started.
 */
import { parentPort } from 'node:worker_threads';
import type { WorkerCommand } from '../runtime/protocol.ts';
import { answer, failure } from '../sandbox/answer.ts';
import { type Python, startPython } from '../sandbox/python.ts';
import { PYODIDE_URL } from './snapshot.ts';

/** What the thread is told. The bytes are shared with other threads, and copied before use. */
export type ThreadMessage =
  | { kind: 'start'; module: WebAssembly.Module; packs: Uint8Array[]; snapshot: Uint8Array }
  | { kind: 'command'; command: WorkerCommand };

/** What it tells besides a `WorkerEvent`. */
export interface ThreadSnapshot {
  kind: 'snapshot';
  snapshot: Uint8Array<ArrayBuffer>;
}

const port = parentPort;
let python: Python | null = null;

port?.on('message', async (message: ThreadMessage) => {
  try {
    if (message.kind === 'start') {
      python = null;
      python = await startPython({
        module: message.module,
        // A submission may write to a mounted file: that must not reach the next Python.
        packs: message.packs.map((pack) => pack.slice()),
        snapshot: message.snapshot,
        savable: true,
        indexURL: PYODIDE_URL,
      });
      port.postMessage({ kind: 'done' });
    } else if (python) {
      const event = answer(python, message.command, (_name, snapshot) => {
        const saved: ThreadSnapshot = { kind: 'snapshot', snapshot };
        port.postMessage(saved, [snapshot.buffer]);
      });
      port.postMessage(event);
    }
  } catch (error) {
    port.postMessage(failure(error));
  }
});
