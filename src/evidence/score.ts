import type { Check } from '../runtime/report.ts';
import type { Score } from '../runtime/score.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';

/** `45 of 100 points`. */
export function scoreWords({ got, of }: Score): string {
  return `${figure(got)} of ${figure(of)} points`;
}

/**
 * A bar with a part for each defect, as wide as its points; those that are mended are filled. It is a
 * picture of the verdict, which says the score, and of the list of checks, which names each defect.
 */
export function scoreBar(document: Document, checks: readonly Check[]): HTMLElement {
  return el(
    document,
    'div',
    { class: 'score', 'aria-hidden': 'true' },
    ...checks.map(({ points, status, title }) =>
      el(document, 'i', {
        class: status === 'passed' ? 'score-mended' : null,
        style: `flex-grow: ${points ?? 0}`,
        title: `${title}: ${points} points`,
      }),
    ),
  );
}
