import type { RunRequest } from './protocol.ts';

/**
 * Whether the learner's files take the place of the project's own: then an interpreter in which the
 * project is open already is of no use.
 */
export function changesProject({ project, files }: Pick<RunRequest, 'project' | 'files'>): boolean {
  return Object.entries(files).some(([path, text]) =>
    path in project.files ? project.files[path] !== text : path.includes('/migrations/'),
  );
}
