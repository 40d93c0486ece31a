import { ANSWERS, type Form } from '../runtime/exercise.ts';
import type { Files } from '../runtime/protocol.ts';
import type { ExerciseManifest } from './exercise-file.ts';
import { Fault } from './faults.mjs';

/**
 * How the learner answers.
 *
 * @param there the files of the starter and of the project.
 * @throws Fault when the table of the kind, the file of the answer or a file to be marked is missing.
 */
export function readForm(file: string, manifest: ExerciseManifest, there: Files): Form {
  const { kind, files, review, predict } = manifest;
  for (const [name, table] of Object.entries({ review, predict })) {
    if ((table === undefined) === (name !== kind)) continue;
    throw new Fault(
      `${file} is of the kind ${kind}, and ${table ? `has a table [${name}]` : `lacks [${name}]`}.`,
      'That kind has that table, and no other has it: CONTRIBUTING.md shows one.',
    );
  }
  if (!review && !predict) return { kind: 'code' };
  if (!files.editable.includes(ANSWERS)) {
    throw new Fault(
      `${file}: the answer is kept in ${ANSWERS}, which is not among the editable files.`,
      `Add starter/${ANSWERS} and name it in [files].`,
    );
  }
  if (predict) return { kind: 'predict', ...predict };
  const missing = review?.files.find((path) => !(path in there));
  if (missing !== undefined || !review) {
    throw new Fault(
      `${file} asks for marks in ${missing}, which neither the starter nor the project has.`,
      'Add the file or correct the name.',
    );
  }
  return { kind: 'review', ...review };
}
