import { type Answers, ProjectRefused, parseAnswer } from './answers.ts';
import type { Interpreter } from './interpreter.ts';
import type { AssistRequest, Files, Opening, Question } from './protocol.ts';

/** A project with the learner's files over it. */
export type Situation = Opening & { files: Files };

export interface AssistantHost {
  /**
   * Start an interpreter beside the others, with the project opened in it, or from nothing when the
   * learner's files take the place of the project's. Null when no project is open.
   */
  start(situation: Situation, extras: readonly string[]): Promise<Interpreter | null>;
  /** Bring extra packs; resolves when they are there. */
  load(names: readonly string[]): Promise<void>;
  /** What of the situation an interpreter cannot change once it runs. */
  keyOf(situation: Situation): string;
  /** The database of the last run, and how many there were. */
  image(): { number: number; bytes: ArrayBuffer | null };
}

export interface AssistantTimes {
  /** After which an interpreter that nobody asks is ended. */
  idle: number;
  /** After which a question is given up, and its interpreter with it. */
  answer: number;
  /** After which Jedi is given up, for this interpreter. */
  warm: number;
  /** For changed models to be left alone before they are loaded. */
  settle: number;
}

const TIMES: AssistantTimes = { idle: 60_000, answer: 8_000, warm: 40_000, settle: 900 };

export interface Assistant {
  ask<K extends Question['kind']>(
    situation: Situation,
    question: Question & { kind: K },
  ): Promise<Answers[K] | null>;
  end(): void;
}

interface Asked {
  situation: Situation;
  question: Question;
  settle(text: string | null): void;
}

interface Living {
  interpreter: Interpreter;
  key: string;
  /** Number of the image that it holds. */
  image: number;
  /** Whether it can use Jedi. */
  complete: boolean;
}

/** Makes Jedi load what nearly all of its answers need. */
const WARM: Question = { kind: 'complete', path: 'warm.py', text: 'import os\nos.pat', offset: 16 };

/** Its own code; and Jedi, which is larger and comes when it comes. */
const OWN = ['assistant'];
const JEDI = ['jedi'];
const OF_CODE: ReadonlySet<Question['kind']> = new Set(['complete', 'signature', 'describe']);

/**
 * A Python that answers questions beside the runs: started at the first one, kept while there are more,
 * and never in the way of a run. Answers come one after the other; a question about code that a newer one
 * of its kind has overtaken is answered with nothing.
 */
export function assistant(host: AssistantHost, times: AssistantTimes = TIMES): Assistant {
  const waiting: Asked[] = [];
  let living: Living | null = null;
  /** One with Jedi, warmed up to take its place. */
  let better: Living | null = null;
  let working = false;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let jedi: 'no' | 'coming' | 'here' = 'no';
  /** Models that Django refuses: what was asked goes on with those before. */
  let refused = '';
  let changed: { key: string; since: number } | null = null;

  function end(): void {
    clearTimeout(idle);
    living?.interpreter.end();
    better?.interpreter.end();
    living = null;
    better = null;
  }

  /** Until Jedi is there, and has been imported, the ORM is answered for without it. */
  async function fetchJedi({ situation }: Asked): Promise<void> {
    if (jedi !== 'no') return;
    jedi = 'coming';
    try {
      await host.load(JEDI);
      jedi = 'here';
      const made = await begin(situation);
      if (!made) return;
      const request: AssistRequest = { ...plain(situation), question: WARM };
      const warmed = await within(
        made.interpreter.ask({ kind: 'assist', request, image: null }),
        times.warm,
      );
      if (warmed && living && !living.complete) better = made;
      else made.interpreter.end();
    } catch (error) {
      console.debug('Jedi did not come.', error);
      if (jedi === 'coming') jedi = 'no';
    }
  }

  async function begin(situation: Situation): Promise<Living | null> {
    const key = host.keyOf(situation);
    const complete = jedi === 'here';
    await host.load(OWN);
    // Where Django refuses the learner's models, the project's own do until they are changed again.
    const asGiven = key === refused ? { ...situation, files: {} } : situation;
    const interpreter = await host.start(asGiven, complete ? [...OWN, ...JEDI] : OWN);
    return interpreter && { interpreter, key, image: 0, complete };
  }

  /** An interpreter that fits the question, as far as can be without making somebody wait who types. */
  async function fitting({ situation, question }: Asked): Promise<Living | null> {
    const key = host.keyOf(situation);
    const outdated = living !== null && living.key !== key && key !== refused;
    if (outdated && OF_CODE.has(question.kind)) {
      if (changed?.key !== key) changed = { key, since: Date.now() };
      if (Date.now() - changed.since < times.settle) return living;
    }
    if (better?.key === key) return replace(better);
    if (living && !outdated) return living;
    return replace(await begin(situation));
  }

  function replace(by: Living | null): Living | null {
    if (by === better) better = null;
    living?.interpreter.end();
    living = by;
    return living;
  }

  async function answer(asked: Asked): Promise<string | null> {
    const chosen = await fitting(asked);
    if (!chosen) return null;
    if (OF_CODE.has(asked.question.kind)) void fetchJedi(asked);
    const { number, bytes } = host.image();
    const image = chosen.image === number ? null : bytes;
    const request: AssistRequest = { ...plain(asked.situation), question: asked.question };
    const event = await within(
      chosen.interpreter.ask({ kind: 'assist', request, image }),
      times.answer,
    );
    if (event?.kind !== 'assisted') throw new Error('The assistant did not answer.');
    chosen.image = number;
    return event.text;
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    clearTimeout(idle);
    for (let asked = waiting.shift(); asked; asked = waiting.shift()) {
      let text: string | null = null;
      try {
        text = await answer(asked);
      } catch (error) {
        console.debug('A question got no answer.', error);
        end();
      }
      asked.settle(text);
    }
    working = false;
    idle = setTimeout(end, times.idle);
  }

  function enqueue(asked: Asked): void {
    const { kind } = asked.question;
    const older = OF_CODE.has(kind)
      ? waiting.findIndex(({ question }) => question.kind === kind)
      : -1;
    if (older >= 0) waiting.splice(older, 1)[0]?.settle(null);
    waiting.push(asked);
    void work();
  }

  async function ask<K extends Question['kind']>(
    situation: Situation,
    question: Question & { kind: K },
  ): Promise<Answers[K] | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    enqueue({ situation, question, settle: resolve });
    const text = await promise;
    if (text === null) return null;
    try {
      return parseAnswer(question.kind, text);
    } catch (error) {
      if (!(error instanceof ProjectRefused)) throw error;
      end();
      const key = host.keyOf(situation);
      if (refused === key) return null;
      refused = key;
      return ask(situation, question);
    }
  }

  return { ask, end };
}

/** A situation may be more, such as a request to run. */
function plain({ project, seed, files }: Situation): Situation {
  return { project, seed, files };
}

/** @returns null when it takes longer than so many milliseconds. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
