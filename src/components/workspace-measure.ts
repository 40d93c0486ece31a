import { atom, type ReadableAtom } from 'nanostores';
import { endOf, type Point, type Series, SIZES, type Whose } from '../comparison/size-points.ts';
import { type Exercise, runRequest } from '../runtime/exercise.ts';
import type { Files } from '../runtime/protocol.ts';
import type { Runtime } from '../runtime/state.ts';
import type { Activity } from './workspace-session.ts';

/** What was measured, and what is being measured now. */
export interface Sizes {
  /** The code of the learner's series; null before the first. */
  files: Files | null;
  series: Series;
  now: { whose: Whose; size: number } | null;
}

export interface Measure {
  readonly $sizes: ReadableAtom<Sizes>;
  /** Run the files at each size, one after another; the solution's too, once it may be seen. */
  measure(files: Files): Promise<void>;
  stop(): void;
}

export interface MeasureParts {
  exercise: Exercise;
  runtime: Pick<Runtime, 'measure'>;
  /** A run or a check of the learner goes before. */
  $activity: ReadableAtom<Activity>;
  /** Whether the solution is measured beside. */
  passed: () => boolean;
}

/** A run at one size is ended after this. */
export const MEASURE_SECONDS = 10;

export function createMeasure({ exercise, runtime, $activity, passed }: MeasureParts): Measure {
  const $sizes = atom<Sizes>({ files: null, series: { yours: [], solution: [] }, now: null });
  let controller = new AbortController();

  /** The end of a run at this size; null when the learner stopped it. */
  async function pointAt(files: Files, size: number, signal: AbortSignal): Promise<Point | null> {
    const request = { ...runRequest(exercise, files), seed: { ...exercise.seed, size } };
    while (!signal.aborted) {
      await idle($activity);
      const outcome = await runtime.measure(request, MEASURE_SECONDS, signal);
      // Without the learner's doing, it made way for a run of theirs: the same again after that.
      if (outcome.kind !== 'stopped') return { size, end: endOf(outcome) };
    }
    return null;
  }

  async function take(whose: Whose, files: Files, size: number, signal: AbortSignal) {
    const { series } = $sizes.get();
    const points = series[whose];
    // Known from before, or of no use after what took too long.
    if (points.some((point) => point.size === size) || isOver(points)) return;
    $sizes.set({ ...$sizes.get(), now: { whose, size } });
    const point = await pointAt(files, size, signal);
    // Another measuring has begun since.
    if (signal !== controller.signal || !point) return;
    $sizes.set({ ...$sizes.get(), series: { ...series, [whose]: [...points, point] } });
  }

  return {
    $sizes,
    async measure(files) {
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      // The solution stays the same: what is known of it need not be measured again.
      const { solution } = $sizes.get().series;
      $sizes.set({ files, series: { yours: [], solution }, now: null });
      for (const size of SIZES) {
        await take('yours', files, size, signal);
        if (passed()) await take('solution', exercise.solution, size, signal);
        if (signal !== controller.signal) return;
      }
      $sizes.set({ ...$sizes.get(), now: null });
    },
    stop() {
      controller.abort();
      $sizes.set({ ...$sizes.get(), now: null });
    },
  };
}

function isOver(points: readonly Point[]): boolean {
  const last = points.at(-1);
  return last !== undefined && last.end.kind !== 'measured';
}

export function same(one: Files, other: Files): boolean {
  return Object.entries(one).every(([path, text]) => other[path] === text);
}

function idle($activity: ReadableAtom<Activity>): Promise<void> {
  return new Promise((resolve) => {
    if ($activity.get().kind === 'idle') return resolve();
    const unlisten = $activity.listen(({ kind }) => {
      if (kind !== 'idle') return;
      unlisten();
      resolve();
    });
  });
}
