import type { Version } from '../stores/history.ts';
import { eventWords, timeWords } from './history-words.ts';

/** A text that the learner can look at and take back. */
export interface Choice {
  name: string;
  /** When it was, in words; empty for those without a time. */
  when: string;
  text: string;
  /** Over the list that it stands in. */
  group: 'This file' | 'Earlier versions';
}

export interface Texts {
  now: string;
  starter: string;
  /** Null while the learner may not see it. */
  solution: string | null;
  versions: readonly Version[];
}

/** Your version, the starter, the solution, and what was before, the newest first. */
export function choicesOf(
  { now, starter, solution, versions }: Texts,
  time: number = Date.now(),
): readonly [Choice, ...Choice[]] {
  const own = (name: string, text: string): Choice => ({
    name,
    when: '',
    text,
    group: 'This file',
  });
  return [
    own('Your version now', now),
    own('The starter', starter),
    ...(solution === null ? [] : [own('The solution', solution)]),
    ...versions
      .filter(({ text }) => text !== now)
      .map(({ text, at, event }): Choice => {
        return {
          name: eventWords(event),
          when: timeWords(at, time),
          text,
          group: 'Earlier versions',
        };
      }),
  ];
}
