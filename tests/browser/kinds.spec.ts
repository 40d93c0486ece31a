/** One exercise of each kind in the browser: its starter fails, its solution passes. */

import { exerciseSlugs, readExercise } from '../../src/build/catalog.ts';
import { KINDS } from '../../src/build/exercise-file.ts';
import type { Exercise } from '../../src/runtime/exercise.ts';
import { expect, test } from './site.ts';
import { Workspace } from './workspace.ts';

const exercises = exerciseSlugs().map(readExercise);
const easiest = Object.keys(KINDS).map((kind) => {
  const ofKind = exercises.filter((exercise) => exercise.kind === kind);
  return [kind, ofKind.sort((one, other) => one.difficulty - other.difficulty)[0]] as const;
});

/** What the browser would have kept, had the learner typed the solution. */
function kept({ version, editable, solution }: Exercise): string {
  const files = Object.fromEntries(editable.map((path) => [path, solution[path] ?? '']));
  return JSON.stringify({ format: 1, version, files, kept: null });
}

for (const [kind, exercise] of easiest) {
  test(`${kind}: ${exercise?.slug}`, async ({ page, sites, complaints }) => {
    test.setTimeout(180_000);
    if (!exercise) throw new Error(`There is no exercise of the kind ${kind}.`);
    await page.goto(`${sites.root}exercises/${exercise.slug}/`);
    const work = new Workspace(page);
    const starter = await work.press('Check');
    expect(starter).not.toContain('passed');
    expect(starter).not.toContain('interpreter');
    await expect(work.live.getByText('Failed:').first()).toBeAttached();

    await page.evaluate(
      ([slug, text]) => localStorage.setItem(`beyond-runserver:buffers:${slug}`, text),
      [exercise.slug, kept(exercise)] as const,
    );
    await page.reload();
    await work.press('Check');
    await expect(work.live.getByText('Failed:')).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: 'Compare with the solution' }).first(),
    ).toBeVisible();
    expect(complaints).toEqual([]);
  });
}
