import type { Linter, Problem } from './language.ts';
import type { RuffAnswer, RuffQuestion } from './ruff-protocol.ts';

/** How to come by Ruff; the bytes are fetched when somebody first wants to use it. */
export interface RuffParts {
  worker: () => Worker;
  wasm: () => Promise<ArrayBuffer>;
}

/** Ruff in a worker of its own, loaded at the first question and again after a failure. */
export function createRuff(parts: RuffParts): Linter {
  let loading: Promise<Worker> | null = null;

  async function load(): Promise<Worker> {
    const wasm = await parts.wasm();
    const worker = parts.worker();
    try {
      await ask(worker, { kind: 'load', wasm }, [wasm]);
      return worker;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  async function loaded(): Promise<Worker> {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  return {
    async problems(_, text): Promise<readonly Problem[]> {
      const answer = await ask(await loaded(), { kind: 'problems', text });
      return answer.kind === 'problems' ? answer.problems : [];
    },
    async format(path, text) {
      const worker = await loaded();
      const answer = await ask(worker, { kind: 'format', text }).catch((error: unknown) => {
        throw new Error(`${path} was not formatted: it is not valid Python yet.`, { cause: error });
      });
      return answer.kind === 'formatted' ? answer.text : text;
    },
  };
}

/** One question, and its own port for the answer. @throws Error when the worker could not do it. */
function ask(
  worker: Worker,
  question: RuffQuestion,
  transfer: Transferable[] = [],
): Promise<Exclude<RuffAnswer, { kind: 'failed' }>> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const broken = () => reject(new Error('Ruff did not start.'));
    worker.addEventListener('error', broken, { once: true });
    port1.onmessage = ({ data }: MessageEvent<RuffAnswer>) => {
      worker.removeEventListener('error', broken);
      port1.close();
      if (data.kind === 'failed') reject(new Error(data.message));
      else resolve(data);
    };
    worker.postMessage(question, [port2, ...transfer]);
  });
}
