/** Grades on the author's machine, with the code and the interpreters of the reader's browser. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { changesProject } from '../runtime/changes.ts';
import { type GradingHost, grade, gradingMemory } from '../runtime/grading.ts';
import type { Interpreter } from '../runtime/interpreter.ts';
import { lanes } from '../runtime/lanes.ts';
import { parseReport } from '../runtime/parse-report.ts';
import type { GradeRequest, Opening, ProbeRequest } from '../runtime/protocol.ts';
import type { Report } from '../runtime/report.ts';
import { PACKS } from './packs.ts';
import { type PooledInterpreter, pythonPool, shared } from './python-pool.ts';
import { LIBRARY, SNAPSHOT } from './snapshot.ts';

export interface Grader {
  /** @throws InterpreterLost when the exercise itself is broken: its checks, its solution, its project. */
  grade(request: GradeRequest, seconds: number): Promise<Report>;
  close(): void;
}

/** @param count probes at a time; one for each processor when nobody says. */
export function createGrader(count = availableParallelism()): Grader {
  const pool = pythonPool();
  const memory = gradingMemory();
  const judges: PooledInterpreter[] = [];
  // Each grading under way holds a judge: one more than there are lanes keeps all of them busy.
  const turn = lanes(count + 1);
  const files = new Map<string, Promise<Uint8Array>>();
  const opened = new Map<string, Promise<Uint8Array>>();

  function bytes(path: string): Promise<Uint8Array> {
    const known = files.get(path) ?? readFile(path).then(shared);
    files.set(path, known);
    return known;
  }

  async function start(
    names: readonly string[],
    snapshot: Promise<Uint8Array>,
  ): Promise<PooledInterpreter> {
    const paths = [LIBRARY, ...names.map((name) => `${PACKS}/${name}.pack`)];
    return pool.start(await Promise.all(paths.map(bytes)), await snapshot);
  }

  /** The memory of a Python with the project opened; made once. */
  function openedSnapshot({ project, seed }: Opening): Promise<Uint8Array> {
    const key = JSON.stringify([project, seed]);
    const known = opened.get(key);
    if (known) return known;
    const made = start(project.packs, bytes(SNAPSHOT)).then(async (python) => {
      try {
        const opening: Opening = { project, seed };
        return await python.save({ kind: 'open', opening, keep: 'project' });
      } finally {
        python.end();
      }
    });
    opened.set(key, made);
    return made;
  }

  function subject(request: ProbeRequest): Promise<PooledInterpreter> {
    const fits = request.probe.opened && !changesProject(request);
    const snapshot = fits ? openedSnapshot(request) : bytes(SNAPSHOT);
    return start(request.project.packs, snapshot);
  }

  /** A judge runs no submission, so it can serve again. */
  async function judge(): Promise<Interpreter> {
    const python = judges.pop() ?? (await start([], bytes(SNAPSHOT)));
    let sound = true;
    return {
      ask: (command) =>
        python.ask(command).catch((error) => {
          sound = false;
          throw error;
        }),
      end: () => void (sound && judges.push(python)),
    };
  }

  const host: GradingHost = { judge, subject, lane: lanes(count), memory };
  return {
    grade: (request, seconds) =>
      turn(async () => parseReport(await grade(request, host, seconds).report)),
    close: pool.close,
  };
}
