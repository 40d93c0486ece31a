/**
 * What the learner has achieved in each exercise, and how many hints they have opened.
 *
 * Saved format, under `beyond-runserver:progress`:
 *
 *     { format: 1,
 *       exercises: { slug: {
 *         passed: null | ISO time of the first pass,
 *         best: null | { got, target, unit } of the least measured cost among passed attempts,
 *         attempts: checks that came to a verdict,
 *         hints: hints opened,
 *         nearest: null | { passed, of, measured } of the attempt that came nearest: checks passed of
 *           all, and the failed number that was farthest from its target, if one was; in a challenge
 *           also points: { got, of },
 *         shown: true once the learner gave up and saw the solution } } }
 *
 * Progress belongs to the exercise, not to a version of it: a new starter takes nothing away. An
 * exercise that is renamed loses its progress unless a migration here moves it.
 * Migrations: entries of earlier releases lack `nearest` and `shown`; they read as null and false. An
 * entry that does not parse is dropped alone, its neighbors stay.
 */
import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { Report } from '../runtime/report.ts';
import { scoreOf } from '../runtime/score.ts';
import { attemptOf, nearer } from './nearest.ts';
import { PROGRESS_KEY } from './passed.ts';
import type { Keeper } from './storage.ts';

export { PROGRESS_KEY };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Measured = v.object({ got: v.number(), target: v.number(), unit: v.string() });
const Attainment = v.object({
  passed: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  best: v.nullable(Measured),
  attempts: count,
  hints: count,
  nearest: v.optional(
    v.nullable(
      v.object({
        passed: count,
        of: count,
        measured: v.nullable(Measured),
        points: v.optional(v.object({ got: count, of: count })),
      }),
    ),
    null,
  ),
  shown: v.optional(v.boolean(), false),
});
const Saved = v.object({ format: v.literal(1), exercises: v.record(v.string(), v.unknown()) });

export type Attainment = v.InferOutput<typeof Attainment>;

export interface Progress {
  readonly $attainment: ReadableAtom<Attainment>;
  /** A check came to this report; reports without a verdict change nothing. */
  attempted(report: Report): void;
  openedHint(number: number): void;
  /** The learner gave up and sees the solution, which cannot be unseen. */
  gaveUp(): void;
}

const NOTHING: Attainment = {
  passed: null,
  best: null,
  attempts: 0,
  hints: 0,
  nearest: null,
  shown: false,
};

/** The progress of one exercise. */
export function openProgress(
  slug: string,
  keeper: Keeper,
  now: () => Date = () => new Date(),
): Progress {
  const $attainment = atom<Attainment>(readAll(keeper)[slug] ?? NOTHING);

  function update(next: Attainment): void {
    $attainment.set(next);
    // Read anew: another tab may have written the progress of another exercise since.
    keeper.write(PROGRESS_KEY, { format: 1, exercises: { ...readAll(keeper), [slug]: next } });
  }

  return {
    $attainment,
    attempted({ verdict, checks }) {
      if (!verdict) return;
      const { passed, best, attempts, nearest, ...rest } = $attainment.get();
      const score = scoreOf(checks);
      const cost = score
        ? { got: score.got, target: score.of, unit: 'points' }
        : (checks.find(({ measured }) => measured !== null)?.measured ?? null);
      update({
        passed: passed ?? (verdict.passed ? now().toISOString() : null),
        best: verdict.passed ? lesser(best, cost) : best,
        attempts: attempts + 1,
        nearest: nearer(nearest, attemptOf(checks)),
        ...rest,
      });
    },
    openedHint(number) {
      const current = $attainment.get();
      if (number > current.hints) update({ ...current, hints: number });
    },
    gaveUp: () => update({ ...$attainment.get(), shown: true }),
  };
}

/** The progress of all exercises, by slug. */
export function readAll(keeper: Keeper): Record<string, Attainment> {
  const saved = v.safeParse(Saved, keeper.read(PROGRESS_KEY));
  if (!saved.success) return {};
  const entries = Object.entries(saved.output.exercises).flatMap(([slug, entry]) => {
    const parsed = v.safeParse(Attainment, entry);
    return parsed.success ? [[slug, parsed.output] as const] : [];
  });
  return Object.fromEntries(entries);
}

type Measure = Attainment['best'];

/** What is measured may change with the exercise: then the newer cost counts. */
function lesser(best: Measure, cost: Measure): Measure {
  if (!best || !cost) return cost ?? best;
  return cost.unit !== best.unit || cost.got < best.got ? cost : best;
}
