/** `npm run check:exercises [slug...]`: every exercise keeps what it promises. */
import { type Exercise, gradeRequest } from '../runtime/exercise.ts';
import type { Check, Report } from '../runtime/report.ts';
import { scoreOf } from '../runtime/score.ts';
import { exerciseSlugs, readExercise, readSubmissions, type Submission } from './catalog.ts';
import { explain } from './faults.mjs';
import { createGrader, type Grader } from './grader.ts';
import { strayProblems } from './stray-files.ts';

/** What came of one exercise. */
export interface ExerciseCheck {
  slug: string;
  kind: string;
  /** Statements about it that were tried, each a test. */
  passed: number;
  /** In words. */
  problems: string[];
  submissions: number;
  seconds: number;
}

/** Added to the seed numbers, for data that no author looked at. */
const OTHER_SEEDS = 1;

/** Check exercises, several at a time; each result is told as it comes. */
export async function checkExercises(
  slugs: readonly string[] = exerciseSlugs(),
  tell: (check: ExerciseCheck) => void = () => {},
): Promise<ExerciseCheck[]> {
  const grader = createGrader();
  try {
    const waiting = [...slugs];
    const checks: ExerciseCheck[] = [];
    const work = async () => {
      for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
        const check = await checkExercise(slug, grader);
        checks.push(check);
        tell(check);
      }
    };
    // Two, so that one's judge and the other's probes fill the processors.
    await Promise.all([work(), work()]);
    return checks.sort((one, other) => one.slug.localeCompare(other.slug));
  } finally {
    grader.close();
  }
}

async function checkExercise(slug: string, grader: Grader): Promise<ExerciseCheck> {
  const began = performance.now();
  const problems: string[] = [];
  let passed = 0;
  let submissions = 0;
  let kind = '';
  const demand = (holds: boolean, problem: () => string) => {
    if (holds) passed++;
    else problems.push(problem());
  };
  try {
    const exercise = readExercise(slug);
    kind = exercise.kind;
    for (const problem of strayProblems(exercise)) problems.push(problem);
    const all = readSubmissions(exercise);
    submissions = all.length;
    await Promise.all(
      all.map(async (submission) => {
        const report = await grade(exercise, submission, grader);
        const problem = judgeSubmission(exercise, submission, report);
        demand(problem === null, () => `${submission.kind}/${submission.name}: ${problem}`);
        if (submission.kind === 'wrong' || submission.kind === 'also-right') return;
        if (submission.kind === 'solution') {
          const again = outcome(await grade(exercise, submission, grader));
          demand(again === outcome(report), () => 'solution: another result when repeated');
        }
        const other = await grade(exercise, submission, grader, OTHER_SEEDS);
        demand(statuses(other) === statuses(report), () => {
          return `${submission.name}: ${statuses(other)} with other seeds, and ${statuses(report)} before`;
        });
      }),
    );
  } catch (error) {
    problems.push(explain(error, `checking ${slug}`).happened);
  }
  const seconds = (performance.now() - began) / 1000;
  return { slug, kind, passed, problems, submissions, seconds };
}

function grade(exercise: Exercise, { files }: Submission, grader: Grader, shift = 0) {
  return grader.grade(gradeRequest(exercise, files, shift), exercise.limits.grade_seconds);
}

/** What is wrong with how a kept submission was judged; null when nothing is. */
function judgeSubmission(
  { fails_at, kind: asked }: Exercise,
  { kind, why }: Submission,
  report: Report,
): string | null {
  const first = report.checks.find(({ status }) => status !== 'passed');
  if ((asked === 'challenge') !== (scoreOf(report.checks) !== null)) {
    return 'the kind challenge is the one whose checks have points: see `expect.points`';
  }
  if (kind === 'solution' || kind === 'also-right') {
    return first ? `must pass, but: ${first.title}: ${first.message}` : null;
  }
  if (!first) return 'must fail, but passes';
  if (first.status !== 'failed') return `its first open check was skipped: ${first.title}`;
  // A beginning that breaks shows nothing of what is to be learned.
  if (kind === 'starter' && report.error) {
    return `ends in an error: ${report.error.type}: ${report.error.message}`;
  }
  const whole = report.checks.find(({ status, points }) => points !== null && status === 'passed');
  if (kind === 'starter' && whole) return `begins with points: “${whole.title}” passes`;
  const expected = why?.check ?? fails_at;
  if (first.title !== expected) {
    return `must fail at “${expected}”, but fails at “${first.title}”: ${first.message}`;
  }
  if (why?.pattern !== undefined && first.advice !== (why.say ?? why.reason)) {
    return `its own pattern does not find it: ${first.advice ?? 'no advice was given'}`;
  }
  return null;
}

function outcome({ checks, verdict }: Report): string {
  const told = checks.map(({ title, status, message }: Check) => [title, status, message]);
  return JSON.stringify([told, verdict]);
}

function statuses({ checks }: Report): string {
  return checks.map(({ status }) => status).join(', ');
}
