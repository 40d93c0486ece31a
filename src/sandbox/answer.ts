import {
  AUTHORS_FAULT,
  type ProbeRequest,
  type WorkerCommand,
  type WorkerEvent,
} from '../runtime/protocol.ts';
import type { Python } from './python.ts';

/** Carry out one command in an interpreter: the same in a reader's browser and on an author's machine. */
export function answer(
  python: Python,
  command: WorkerCommand,
  keep: (name: string, snapshot: Uint8Array<ArrayBuffer>) => void,
): WorkerEvent {
  try {
    switch (command.kind) {
      case 'prepare':
        python.prepare();
        if (command.keep !== null) keep(command.keep, python.save());
        return { kind: 'done' };
      case 'open':
        python.call('open_project', JSON.stringify(command.opening));
        if (command.keep !== null) keep(command.keep, python.save());
        return { kind: 'done' };
      case 'warm':
        python.call('warm_up', '{}');
        return { kind: 'done' };
      case 'run':
        return { kind: 'report', text: python.call('run', JSON.stringify(command.request)) };
      case 'probe':
        return probe(python, command.request);
      case 'plan':
        return { kind: 'plan', text: python.judge('plan', JSON.stringify(command.request)) };
      case 'judge':
        return { kind: 'report', text: python.judge('judge', JSON.stringify(command.request)) };
    }
  } catch (error) {
    return failure(error);
  }
}

/** Only the middle step runs the submission, and what it costs is read where Python cannot write. */
function probe(python: Python, request: ProbeRequest): WorkerEvent {
  arrange(python, request);
  const before = python.readMeter();
  python.call('perform', '{}');
  const after = python.readMeter();
  return {
    kind: 'claim',
    text: python.call('collect', '{}'),
    executions: after.executions - before.executions,
    reads: after.reads - before.reads,
  };
}

/** What fails here is not the submission's fault, but that of a project or an exercise. */
function arrange(python: Python, request: ProbeRequest): void {
  try {
    python.call('arrange', JSON.stringify(request));
  } catch (error) {
    if (error instanceof Error && error.name === 'PythonError') error.name = AUTHORS_FAULT;
    throw error;
  }
}

/** Any thrown value as the worker's last words. */
export function failure(error: unknown): Extract<WorkerEvent, { kind: 'failed' }> {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', name, message, stack: stack ?? '' };
}
