/** Interpreters on the author's machine, each in a thread, as a browser has them in workers. */
import { Worker } from 'node:worker_threads';
import { type Interpreter, InterpreterLost } from '../runtime/interpreter.ts';
import type { WorkerCommand, WorkerEvent } from '../runtime/protocol.ts';
import { meteredModule } from './meter.ts';
import type { ThreadMessage, ThreadSnapshot } from './python-thread.ts';

export interface PythonPool {
  /** @throws InterpreterLost when it does not come up. */
  start(packs: Uint8Array[], snapshot: Uint8Array): Promise<PooledInterpreter>;
  /** End all threads. */
  close(): void;
}

export interface PooledInterpreter extends Interpreter {
  /** As `ask`, for a command that saves the memory; shared, so that starting from it copies nothing. */
  save(command: WorkerCommand): Promise<Uint8Array>;
}

/** Threads are kept for the next Python, unless one had to be killed. */
export function pythonPool(): PythonPool {
  const module = meteredModule();
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  function newThread(): Worker {
    const thread = new Worker(new URL('./python-thread.ts', import.meta.url), {
      // What a submission prints past Python's own streams is nobody's.
      stdout: true,
      stderr: true,
    });
    all.add(thread);
    thread.once('exit', () => all.delete(thread));
    return thread;
  }

  function kill(thread: Worker): void {
    all.delete(thread);
    void thread.terminate();
  }

  return {
    async start(packs, snapshot) {
      const thread = idle.pop() ?? newThread();
      let state: 'idle' | 'busy' | 'ended' = 'idle';
      let saved: Uint8Array | null = null;

      function exchange(message: ThreadMessage): Promise<WorkerEvent> {
        state = 'busy';
        return new Promise((resolve, reject) => {
          const settle = (act: () => void) => {
            thread.off('message', hear).off('error', fail).off('exit', exit);
            if (state === 'busy') state = 'idle';
            act();
          };
          const hear = (event: WorkerEvent | ThreadSnapshot) => {
            if (event.kind === 'snapshot') saved = shared(event.snapshot);
            else if (event.kind !== 'failed') settle(() => resolve(event));
            else settle(() => lose(reject, `${event.name}: ${event.message}\n${event.stack}`));
          };
          const fail = (error: Error) => settle(() => lose(reject, String(error)));
          const exit = () => settle(() => lose(reject, 'the thread ended'));
          thread.on('message', hear).on('error', fail).on('exit', exit);
          thread.postMessage(message);
        });
      }

      function lose(reject: (error: Error) => void, message: string): void {
        state = 'ended';
        kill(thread);
        reject(new InterpreterLost(message));
      }

      await exchange({ kind: 'start', module: await module, packs, snapshot });
      return {
        ask: (command) => exchange({ kind: 'command', command }),
        async save(command) {
          await exchange({ kind: 'command', command });
          if (!saved) throw new Error('The command saved nothing.');
          return saved;
        },
        end() {
          if (state === 'busy') kill(thread);
          else if (state === 'idle') idle.push(thread);
          state = 'ended';
        },
      };
    },
    close() {
      for (const thread of all) kill(thread);
      idle.length = 0;
    },
  };
}

/** A copy that threads can read without copying it again. */
export function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
