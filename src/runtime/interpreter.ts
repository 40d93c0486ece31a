import type { StartFrom, WorkerCommand, WorkerEvent } from './protocol.ts';
import type { SandboxFrame } from './sandbox-frame.ts';

/** The page's end of one worker with one Python in it. */
export interface Interpreter {
  /** @throws InterpreterLost when it dies, or has died, before it answers. */
  ask(command: WorkerCommand): Promise<WorkerEvent>;
  /** Terminate the worker, whatever it does. A pending `ask` never settles. */
  end(): void;
}

/** A Python that failed or died; the page's own state is unharmed. */
export class InterpreterLost extends Error {}

let lastId = 0;

/**
 * Start a worker and wait until its Python is up.
 *
 * @param extras names of extra packs for it.
 * @throws InterpreterLost when it does not come up, for example because the snapshot does not fit.
 */
export async function startInterpreter(
  frame: SandboxFrame,
  from: StartFrom,
  extras: readonly string[] = [],
): Promise<Interpreter> {
  const id = ++lastId;
  const { port1, port2 } = new MessageChannel();
  let settle: { resolve(event: WorkerEvent): void; reject(error: Error): void } | null = null;
  let lost: Error | null = null;

  const lose = (message: string) => {
    lost = new InterpreterLost(message);
    frame.send({ kind: 'end', id });
    stopListening();
    settle?.reject(lost);
  };
  const stopListening = frame.listen((event) => {
    if (event.kind === 'lost' && event.id === id) lose(event.message);
  });
  port1.onmessage = ({ data }: MessageEvent<WorkerEvent>) => {
    if (data.kind === 'failed') lose(`${data.name}: ${data.message}\n${data.stack}`);
    else settle?.resolve(data);
  };
  const answer = () =>
    new Promise<WorkerEvent>((resolve, reject) => {
      settle = { resolve, reject };
      if (lost) reject(lost);
    });

  const up = answer();
  frame.send({ kind: 'start', id, from, port: port2, extras }, [port2]);
  await up;
  return {
    ask: (command) => {
      const answered = answer();
      port1.postMessage(command);
      return answered;
    },
    end: () => {
      frame.send({ kind: 'end', id });
      stopListening();
      port1.close();
    },
  };
}
