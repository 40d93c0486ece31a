import {
  AUTHORS_FAULT,
  type PlanRequest,
  type ProbeRequest,
  type RunRequest,
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
        return run(python, command.request);
      case 'probe':
        return probe(python, command.request);
      case 'assist':
        return assist(python, command);
      case 'plan':
        return { kind: 'plan', text: judge(python, 'plan', command.request) };
      case 'judge':
        return { kind: 'report', text: judge(python, 'judge', command.request) };
    }
  } catch (error) {
    return failure(error);
  }
}

function run(python: Python, request: RunRequest): WorkerEvent {
  const text = python.call('run', JSON.stringify(request));
  return { kind: 'report', text, database: python.database()?.buffer ?? null };
}

function assist(
  python: Python,
  { request, image }: Extract<WorkerCommand, { kind: 'assist' }>,
): WorkerEvent {
  const file = image && new Uint8Array(image);
  return { kind: 'assisted', text: python.assist(JSON.stringify(request), file) };
}

/**
 * Only the middle step is meant to run the submission. All three are metered, where Python cannot write,
 * for a submission may leave something behind that runs in the last one, and one that changes the
 * project's own files is imported in the first.
 */
function probe(python: Python, request: ProbeRequest): WorkerEvent {
  const started = python.readMeter().reads;
  arrange(python, request);
  const arranged = python.readMeter().reads;
  python.call('perform', '{}');
  const performed = python.readMeter().reads;
  const text = python.call('collect', '{}');
  demandReadable(text);
  const collected = python.readMeter().reads;
  return {
    kind: 'claim',
    text,
    reads: {
      arrange: arranged - started,
      perform: performed - arranged,
      collect: collected - performed,
    },
  };
}

/** Characters: enough for ten thousand rows. */
const LONGEST_CLAIM = 32_000_000;
/** Plain values stop at 40 levels, each of which is two or three of JSON. */
const DEEPEST_CLAIM = 200;

/** The judge has to read it, and reading without end or bottom would bring the judge down. */
function demandReadable(text: string): void {
  if (text.length > LONGEST_CLAIM) throw new Error('it reported far too much');
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted) {
      if (char === '[' || char === '{') depth++;
      else if (char === ']' || char === '}') depth--;
      if (depth > DEEPEST_CLAIM) throw new Error('what it reported is nested too deep');
    } else if (char === '\\') at++;
  }
}

/** What Python raises here is not the submission's fault, but that of a project or an exercise. */
function blamingTheAuthor<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.name === 'PythonError') error.name = AUTHORS_FAULT;
    throw error;
  }
}

function arrange(python: Python, request: ProbeRequest): void {
  blamingTheAuthor(() => python.call('arrange', JSON.stringify(request)));
}

function judge(python: Python, name: 'plan' | 'judge', request: PlanRequest): string {
  return blamingTheAuthor(() => python.judge(name, JSON.stringify(request)));
}

/** Any thrown value as the worker's last words. */
export function failure(error: unknown): Extract<WorkerEvent, { kind: 'failed' }> {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', name, message, stack: stack ?? '' };
}
