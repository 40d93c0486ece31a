/** While `npm run dev` runs: an exercise whose files were saved is graded again, and told of. */

import { relative, sep } from 'node:path';
import { gradeRequest } from '../runtime/exercise.ts';
import { readExercise, readSubmissions, type Submission } from './catalog.ts';
import { explain } from './faults.mjs';
import { readable } from './grade.ts';
import { createGrader } from './grader.ts';
import { root } from './processes.ts';

export interface DevGrading {
  /** Grade the exercises that these files belong to; says what came of it. */
  saved(files: readonly string[]): Promise<void>;
  close(): void;
}

export function devGrading(write: (text: string) => void): DevGrading {
  const grader = createGrader();

  async function regrade(slug: string, names: ReadonlySet<string>): Promise<void> {
    const began = performance.now();
    try {
      const exercise = readExercise(slug);
      for (const submission of concerned(readSubmissions(exercise), names)) {
        const request = gradeRequest(exercise, submission.files);
        const report = await grader.grade(request, exercise.limits.grade_seconds);
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        write(`\n${slug}, ${label(submission)} (after ${seconds} s): ${readable(report)}\n`);
      }
    } catch (error) {
      // The author is in the middle of a change: say what is wrong, and wait for the next one.
      const { happened, remedy } = explain(error, `grading ${slug}`);
      write(`\n${slug}: ${happened}\n${remedy}\n`);
    }
  }

  return {
    async saved(files) {
      for (const [slug, names] of bySlug(files)) await regrade(slug, names);
    },
    close: grader.close,
  };
}

/** The submissions that a change concerns; the starter when it is one of the whole exercise. */
function concerned(all: readonly Submission[], names: ReadonlySet<string>): Submission[] {
  const own = all.filter((submission) => names.has(label(submission)));
  return own.length > 0 ? own : all.filter(({ kind }) => kind === 'starter');
}

function label({ kind, name }: Submission): string {
  return kind === name ? kind : `${kind}/${name}`;
}

/** What was changed in each exercise: `starter`, `wrong/hard-coded`, or a file of its own. */
function bySlug(files: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    const [top, slug, part, name] = relative(root, file).split(sep);
    if (top !== 'exercises' || !slug || slug === 'projects' || !part) continue;
    const changed = part === 'wrong' || part === 'also-right' ? `${part}/${name}` : part;
    found.set(slug, (found.get(slug) ?? new Set()).add(changed));
  }
  return found;
}
