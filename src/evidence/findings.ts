import type { Finding } from '../runtime/report.ts';
import { el } from './el.ts';
import { placeButton } from './place.ts';
import { named } from './words.ts';

function findingItem(document: Document, finding: Finding, entry: string | null): HTMLLIElement {
  const target = finding.origin ?? finding.place;
  return el(
    document,
    'li',
    { class: 'finding' },
    el(document, 'p', { class: 'finding-message' }, finding.message),
    finding.cure === null
      ? null
      : el(
          document,
          'p',
          { class: 'finding-cure' },
          'Add ',
          el(document, 'code', {}, `.${finding.cure.replace(/^\./, '')}`),
          finding.origin ? ' at ' : ' to the queryset',
          finding.origin ? placeButton(document, named(finding.origin, entry)) : null,
        ),
    finding.cure === null && target
      ? el(
          document,
          'p',
          { class: 'finding-cure' },
          'See ',
          placeButton(document, named(target, entry)),
        )
      : null,
  );
}

/** What is worth knowing about the queries, with the cure as code; null when nothing is. */
export function findingsList(
  document: Document,
  findings: readonly Finding[],
  entry: string | null,
): HTMLElement | null {
  if (findings.length === 0) return null;
  return el(
    document,
    'ul',
    { class: 'findings', 'aria-label': 'Findings' },
    ...findings.map((finding) => findingItem(document, finding, entry)),
  );
}
