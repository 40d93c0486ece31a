import { amount } from '../evidence/amounts.ts';
import type { Passed } from '../stores/passed.ts';

/** `You passed this with 2 queries`. */
export function passedWords({ cost }: Passed): string {
  return cost ? `You passed this with ${amount(cost.got, cost.unit)}` : 'You passed this';
}
