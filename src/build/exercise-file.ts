/** The schemas of the files that an author of exercises writes. Their descriptions are the manual. */
import * as v from 'valibot';
import { phases, topicIds } from './topics.ts';

/** What an exercise asks for, and so what its checks speak of. */
export const KINDS = {
  queries: 'queries: their number, what they fetch, and how they grow',
  models: 'models: introspected, constraints fired with bad data',
  migrations: 'migrations: run forward and back on data that must survive',
  settings: 'settings modules: imported under several environments',
  http: 'views, forms, middleware and APIs, through the test client',
  cache: 'hits, misses, keys, invalidation',
  tasks: 'background tasks: retries, double delivery, commit',
  tests: 'pytest tests, run against right and broken implementations',
  files: 'configuration files, parsed and judged by rules',
  review: 'the wrong lines of a pull request are marked, with the reason',
  predict: 'numbers are predicted before anything runs',
  race: 'two transactions, interleaved',
  challenge: 'several defects in a whole app, with points for each that is mended',
} as const;

export type Kind = keyof typeof KINDS;

const text = v.pipe(v.string(), v.nonEmpty('a text that is not empty'));
const described = <Schema extends v.GenericSchema>(schema: Schema, description: string) =>
  v.pipe(schema, v.description(description));
const path = v.pipe(
  v.string(),
  v.regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/, 'a path relative to starter/, such as shop/views.py'),
);
const paths = v.optional(v.array(path), []);
const word = v.pipe(v.string(), v.regex(/^[\w-]+$/, 'one word, such as n-plus-one'));
const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer(`a whole number from ${least} to ${most}`),
    v.minValue(least, `a whole number from ${least} to ${most}`),
    v.maxValue(most, `a whole number from ${least} to ${most}`),
  );

export const ExerciseFile = v.strictObject({
  title: described(text, 'what the card and the page are headed with'),
  kind: described(
    v.picklist(Object.keys(KINDS) as Kind[]),
    'what it asks for; decides how it is shown',
  ),
  phase: described(
    v.picklist(phases.map(({ id }) => id)),
    'the part of the course, an id of content/topics.toml',
  ),
  topics: described(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.check((id) => topicIds.has(id), 'a topic of content/topics.toml, such as T-27'),
        ),
      ),
      v.minLength(1, 'at least one topic'),
    ),
    'the topics that it practices',
  ),
  difficulty: described(v.picklist([1, 2, 3]), '1 easy, 2 medium, 3 hard'),
  minutes: described(wholeNumber(1, 60), 'how long it takes somebody who has read the lesson'),
  project: described(text, 'the Django project that it runs in, a folder of exercises/projects'),
  settings: described(
    v.optional(v.string()),
    "a settings module in place of the project's, when it needs its own",
  ),
  packs: described(
    v.optional(v.array(v.string()), []),
    'packs of Python packages besides those of the project, such as pytest',
  ),
  preload: described(
    v.optional(v.array(v.string()), []),
    'Python modules of packs to import when the project is opened, which no probe then waits for',
  ),
  entry: described(v.optional(path), 'the file that Run runs; without it there is only Check'),
  seed: described(
    v.optional(
      v.strictObject({ size: wholeNumber(0, 100_000), number: wholeNumber(0, 1_000_000) }),
      { size: 50, number: 7 },
    ),
    'the data that Run finds in the database: how much, and which',
  ),
  files: described(
    v.strictObject({ editable: paths, read_only: paths, hidden: paths }),
    'every file of starter/: what the learner edits, sees, and does not see',
  ),
  fails_at: described(text, 'the title of the first check that the starter must fail'),
  limits: described(
    v.optional(
      v.strictObject({ run_seconds: wholeNumber(1, 60), grade_seconds: wholeNumber(1, 60) }),
      { run_seconds: 10, grade_seconds: 20 },
    ),
    'seconds after which a run, and each probe of a check, is ended',
  ),
  hints: described(
    v.pipe(v.array(text), v.minLength(3, 'at least 3 hints')),
    'from a nudge to nearly the solution, at least three',
  ),
  review: described(
    v.optional(
      v.strictObject({
        files: v.pipe(v.array(path), v.minLength(1, 'at least one file')),
        reasons: v.pipe(
          v.array(v.strictObject({ id: word, text })),
          v.minLength(2, 'at least two reasons'),
        ),
      }),
    ),
    'for the kind review: the files whose lines can be marked, and the reasons to choose from',
  ),
  predict: described(
    v.optional(
      v.strictObject({
        questions: v.pipe(
          v.array(
            v.strictObject({
              id: word,
              text,
              unit: v.optional(v.string(), ''),
              choices: v.optional(v.array(text), []),
            }),
          ),
          v.minLength(1, 'at least one question'),
        ),
      }),
    ),
    'for the kind predict: what is asked, with a unit or with choices',
  ),
  show: described(
    v.optional(v.picklist(['queries', 'output'])),
    'which part of the evidence a run opens first; what a run printed, when absent, else its queries',
  ),
});

export type ExerciseManifest = v.InferOutput<typeof ExerciseFile>;

export const WhyFile = v.strictObject({
  check: described(text, 'the title of the first check that must fail'),
  reason: described(text, 'why this is wrong'),
  pattern: described(
    v.optional(text),
    'how this mistake looks in code (src/python/judge/patterns.py), when many make it',
  ),
  say: described(
    v.optional(text),
    'what to say to a learner whose code has the pattern; the reason when absent',
  ),
});

export const ProjectFile = v.strictObject({
  name: described(text, "the folder's name"),
  packs: described(v.array(v.string()), 'packs of Python packages besides Django'),
  settings: described(text, 'the settings module'),
  seeder: described(
    v.pipe(v.string(), v.regex(/^[\w.]+:\w+$/, 'module:function')),
    'called as function(size=..., seed=...) on a migrated, empty database',
  ),
  grows: described(
    v.optional(text),
    'what the size counts, in the plural, such as orders; absent where no data grows with it',
  ),
});
