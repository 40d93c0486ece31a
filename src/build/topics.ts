import * as v from 'valibot';
import { readToml } from './manifest-file.ts';

/** A part of the course: a folder of `content/`, and the topics that it teaches by their number. */
export interface Phase {
  id: string;
  title: string;
  topics: Readonly<Record<string, string>>;
  /** Its pages in the order in which they are read, as folders of `content/<id>/`. */
  parts: readonly { title: string; pages: readonly string[] }[];
}

const TopicsFile = v.strictObject({
  phases: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      topics: v.record(v.string(), v.string()),
      parts: v.optional(
        v.array(v.strictObject({ title: v.string(), pages: v.array(v.string()) })),
        [],
      ),
    }),
  ),
});

/** The phases of the course, in their order. */
export const phases: readonly Phase[] = readToml('content/topics.toml', TopicsFile).phases;

export const topicIds: ReadonlySet<string> = new Set(
  phases.flatMap(({ topics }) => Object.keys(topics)),
);
