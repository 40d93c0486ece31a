import { amount } from '../evidence/amounts.ts';
import { scoreWords } from '../evidence/score.ts';
import type { Score } from '../runtime/score.ts';
import type { Passed } from '../stores/passed.ts';

/** `Your best so far: 45 of 100 points`. */
export function bestWords(score: Score): string {
  return `Your best so far: ${scoreWords(score)}`;
}

/** `You passed this with 2 queries`. */
export function passedWords({ cost }: Passed): string {
  return cost ? `You passed this with ${amount(cost.got, cost.unit)}` : 'You passed this';
}
