/**
 * Grading across interpreters. A judge reads `checks.py` and names probes; each probe is carried out in
 * an interpreter of its own, and so is the solution's; the judge, which never ran a submission, compares
 * what they claim and forms the verdict. The same code grades in a reader's browser and on an author's
 * machine.
 */
import { type Interpreter, InterpreterLost } from './interpreter.ts';
import type { Lane } from './lanes.ts';
import {
  AUTHORS_FAULT,
  type Ending,
  type Files,
  type GradeRequest,
  type PlanRequest,
  type Probe,
  type ProbeRequest,
} from './protocol.ts';

/** Where interpreters come from, and what is remembered from one grading to the next. */
export interface GradingHost {
  /** An interpreter with nothing opened, for the judge. */
  judge(): Promise<Interpreter>;
  /** An interpreter for a probe, with the project opened where that is possible. */
  subject(request: ProbeRequest): Promise<Interpreter>;
  /** So many probes are carried out at a time. */
  lane: Lane;
  memory: GradingMemory;
}

/** What cannot change while checks, solution and project do not. */
export interface GradingMemory {
  plans: Map<string, Promise<Probe[]>>;
  solutions: Map<string, Promise<Ending>>;
}

export function gradingMemory(): GradingMemory {
  return { plans: new Map(), solutions: new Map() };
}

/** A grading under way. */
export interface Grading {
  /** JSON text of a report, unchecked. @throws InterpreterLost, for an exercise that is broken */
  report: Promise<string>;
  /** End its interpreters; `report` then rejects. */
  stop(): void;
}

/**
 * @param seconds after which a probe is ended.
 */
export function grade(request: GradeRequest, host: GradingHost, seconds: number): Grading {
  const stopping = Promise.withResolvers<never>();
  stopping.promise.catch(() => undefined);
  let stopped = false;

  /** Use an interpreter, and end it whatever happens. Those that wait for their turn start none. */
  async function use<T>(
    start: () => Promise<Interpreter>,
    work: (interpreter: Interpreter) => Promise<T>,
  ): Promise<T> {
    if (stopped) return stopping.promise;
    const interpreter = await start();
    try {
      return await Promise.race([stopping.promise, work(interpreter)]);
    } finally {
      interpreter.end();
    }
  }

  function carryOut(probe: Probe, files: Files): Promise<Ending> {
    // Nothing more: solution and checks must not be where a submission runs.
    const { project, seed, entry, support } = request;
    const task: ProbeRequest = { project, seed, entry, support, files, probe };
    return use(
      () => host.subject(task),
      async (subject) => {
        const late = timer(seconds);
        try {
          return await Promise.race([answerOf(subject, task), late.ending]);
        } finally {
          late.cancel();
        }
      },
    );
  }

  async function perform(): Promise<string> {
    return use(host.judge, async (judge) => {
      const probes = await remembered(host.memory.plans, planKey(request), () =>
        planOf(judge, request),
      );
      const endings = probes.map((probe) => host.lane(() => carryOut(probe, request.files)));
      const solution = probes.map((probe) => {
        if (!probe.compare) return null;
        return remembered(
          host.memory.solutions,
          solutionKey(request, probe),
          () => host.lane(() => carryOut(probe, request.solution)),
          isClaim,
        );
      });
      const [mine, right] = await Promise.all([Promise.all(endings), Promise.all(solution)]);
      const { checks, support, shift, files, mistakes } = request;
      const event = await judge.ask({
        kind: 'judge',
        request: { checks, support, shift, files, mistakes, endings: mine, solution: right },
      });
      if (event.kind !== 'report') throw new Error(`The judge answered with ${event.kind}.`);
      return event.text;
    });
  }

  return {
    report: perform(),
    stop() {
      stopped = true;
      stopping.reject(new Error('The grading was stopped.'));
    },
  };
}

async function planOf(judge: Interpreter, request: PlanRequest): Promise<Probe[]> {
  const { checks, support, shift } = request;
  const event = await judge.ask({ kind: 'plan', request: { checks, support, shift } });
  if (event.kind !== 'plan') throw new Error(`The judge answered with ${event.kind}.`);
  return JSON.parse(event.text);
}

/** Death is an answer too; only an exercise that is itself broken is not. */
async function answerOf(subject: Interpreter, request: ProbeRequest): Promise<Ending> {
  try {
    const event = await subject.ask({ kind: 'probe', request });
    if (event.kind === 'claim') return event;
    return { kind: 'lost', message: `it answered with ${event.kind}` };
  } catch (error) {
    if (!(error instanceof InterpreterLost) || error.message.startsWith(AUTHORS_FAULT)) throw error;
    const [message = ''] = error.message.split('\n');
    return { kind: 'lost', message };
  }
}

/** Remember a promise, unless it fails or comes to what is not worth it. */
function remembered<T>(
  memory: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
  worth: (value: T) => boolean = () => true,
): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const made = make();
  memory.set(key, made);
  made.then(worth).then(
    (kept) => kept || memory.delete(key),
    () => memory.delete(key),
  );
  return made;
}

/** A solution that did not end well may have met a slow moment: the next grading tries again. */
const isClaim = ({ kind }: Ending) => kind === 'claim';

function planKey({ checks, support, shift }: PlanRequest): string {
  return JSON.stringify([checks, support, shift]);
}

function solutionKey({ project, seed, solution, support }: GradeRequest, probe: Probe): string {
  return JSON.stringify([project, seed, solution, support, probe]);
}

function timer(seconds: number): { ending: Promise<Ending>; cancel(): void } {
  let timeout: ReturnType<typeof setTimeout> | undefined;
  const ending = new Promise<Ending>((resolve) => {
    timeout = setTimeout(() => resolve({ kind: 'timed_out', seconds }), seconds * 1000);
  });
  return { ending, cancel: () => clearTimeout(timeout) };
}
