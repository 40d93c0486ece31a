/**
 * One worker, one Python, one run. The first message brings everything; after that the page is reached
 * through a port that only this closure holds, and the frame is told nothing but snapshots.
 */
import type { WorkerCommand, WorkerEvent, WorkerNotice, WorkerStart } from '../runtime/protocol.ts';
import { answer, failure } from './answer.ts';
import { removePowers } from './powers.ts';
import { startPython } from './python.ts';

/** In a worker; the project's types are those of a page, which has another `postMessage`. */
const notify = self.postMessage.bind(self) as unknown as (
  notice: WorkerNotice,
  transfer?: Transferable[],
) => void;

self.onmessage = async ({ data }: MessageEvent<WorkerStart>) => {
  self.onmessage = null;
  const { port } = data;
  const post = port.postMessage.bind(port);
  const tell = (event: WorkerEvent) =>
    post(event, event.kind === 'report' && event.database ? [event.database] : []);
  try {
    feedPyodide();
    const python = await startPython({
      module: data.module,
      packs: data.packs.map((pack) => new Uint8Array(pack)),
      snapshot: data.snapshot && new Uint8Array(data.snapshot),
      savable: true,
      indexURL: 'https://sandbox.invalid/',
    });
    data.snapshot?.transfer(0);
    removePowers();
    port.onmessage = (event: MessageEvent<WorkerCommand>) => tell(answer(python, event.data, keep));
    tell({ kind: 'done' });
  } catch (error) {
    tell(failure(error));
  }
};
notify({ kind: 'loaded' });

function keep(name: string, { buffer: snapshot }: Uint8Array<ArrayBuffer>): void {
  notify({ kind: 'snapshot', name, snapshot }, [snapshot]);
}

/** Pyodide fetches two files; neither exists here, this worker may not fetch, and one is not needed. */
function feedPyodide(): void {
  self.fetch = async (url) => {
    const [, base64] = String(url).split(';base64,');
    return new Response(base64 && Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  };
}
