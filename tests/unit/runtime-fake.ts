/** A sandbox frame whose workers are played by a function, over real message channels. */
import type {
  FrameCommand,
  FrameEvent,
  StartFrom,
  WorkerCommand,
  WorkerEvent,
} from '../../src/runtime/protocol.ts';
import type { SandboxFrame } from '../../src/runtime/sandbox-frame.ts';

/** What a worker answers; null when it never does. The first call, without a command, is its start. */
export type Play = (
  command: WorkerCommand | null,
  worker: { id: number; from: StartFrom },
) => WorkerEvent | null | Promise<WorkerEvent | null>;

export interface FakeFrame extends SandboxFrame {
  /** Ids of the workers that were ended. */
  ended: number[];
  /** What each worker was started from, by id. */
  started: Map<number, StartFrom>;
  /** Every command that a worker got, as `id: kind`. */
  heard: string[];
  /** How many listeners are left. */
  listeners: Set<(event: FrameEvent) => void>;
  lose(id: number, message: string): void;
  close(): void;
}

export function fakeFrame(play: Play): FakeFrame {
  const listeners = new Set<(event: FrameEvent) => void>();
  const ports: MessagePort[] = [];
  const frame: FakeFrame = {
    ended: [],
    started: new Map(),
    heard: [],
    listeners,
    send(command: FrameCommand) {
      if (command.kind === 'end') frame.ended.push(command.id);
      if (command.kind === 'start') start(command);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lose(id, message) {
      for (const listener of [...listeners]) listener({ kind: 'lost', id, message });
    },
    close() {
      for (const port of ports) port.close();
    },
  };

  function start({ id, from, port }: Extract<FrameCommand, { kind: 'start' }>): void {
    frame.started.set(id, from);
    ports.push(port);
    const answer = async (command: WorkerCommand | null) => {
      const event = await play(command, { id, from });
      if (event) port.postMessage(event);
    };
    port.onmessage = ({ data }: MessageEvent<WorkerCommand>) => {
      frame.heard.push(`${id}: ${data.kind}`);
      void answer(data);
    };
    void answer(null);
  }
  return frame;
}
