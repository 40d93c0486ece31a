/**
 * One worker, one Python, one run. The first message brings everything; after that the page is reached
 * through a port that only this closure holds, and the frame is told nothing but snapshots.
 */
import type { WorkerCommand, WorkerEvent, WorkerNotice, WorkerStart } from '../runtime/protocol.ts';
import { removePowers } from './powers.ts';
import { type Python, startPython } from './python.ts';

/** In a worker; the project's types are those of a page, which has another `postMessage`. */
const notify = self.postMessage.bind(self) as unknown as (
  notice: WorkerNotice,
  transfer?: Transferable[],
) => void;

self.onmessage = async ({ data }: MessageEvent<WorkerStart>) => {
  self.onmessage = null;
  const { port } = data;
  const tell: (event: WorkerEvent) => void = port.postMessage.bind(port);
  try {
    feedPyodide(data.module);
    const python = await startPython({
      packs: data.packs.map((pack) => new Uint8Array(pack)),
      snapshot: data.snapshot && new Uint8Array(data.snapshot),
      savable: true,
      indexURL: 'https://sandbox.invalid/',
    });
    data.snapshot?.transfer(0);
    removePowers();
    port.onmessage = (event: MessageEvent<WorkerCommand>) => tell(answer(python, event.data));
    tell({ kind: 'done' });
  } catch (error) {
    tell(failure(error));
  }
};
notify({ kind: 'loaded' });

function answer(python: Python, command: WorkerCommand): WorkerEvent {
  try {
    switch (command.kind) {
      case 'prepare':
        python.prepare();
        keep(python, command.keep);
        return { kind: 'done' };
      case 'open':
        python.call('open_project', JSON.stringify(command.opening));
        keep(python, command.keep);
        return { kind: 'done' };
      case 'warm':
        python.call('warm_up', '{}');
        return { kind: 'done' };
      case 'run':
        return { kind: 'report', text: python.call('run', JSON.stringify(command.request)) };
      case 'grade':
        return { kind: 'report', text: python.call('grade', JSON.stringify(command.request)) };
    }
  } catch (error) {
    return failure(error);
  }
}

function keep(python: Python, name: string | null): void {
  if (name === null) return;
  const { buffer: snapshot } = python.save();
  notify({ kind: 'snapshot', name, snapshot }, [snapshot]);
}

function failure(error: unknown): WorkerEvent {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', name, message, stack: stack ?? '' };
}

/** Pyodide fetches two files; neither exists here, and this worker may not fetch. */
function feedPyodide(module: WebAssembly.Module): void {
  self.fetch = async (url) => {
    const [, base64] = String(url).split(';base64,');
    return new Response(base64 && Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  };
  WebAssembly.instantiateStreaming = async (_response, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
}
