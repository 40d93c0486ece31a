import type { Finding } from '../runtime/report.ts';
import { type Child, el } from './el.ts';
import { placeButton } from './place.ts';
import { named } from './words.ts';

/** The message as text, with what stands between backticks as code. */
function prose(document: Document, message: string): Child[] {
  return message
    .split('`')
    .map((part, index) => (index % 2 === 1 ? el(document, 'code', {}, part) : part));
}

function findingItem(document: Document, finding: Finding, entry: string | null): HTMLLIElement {
  const { message, cure, origin, place } = finding;
  const target = origin ?? place;
  return el(
    document,
    'li',
    { class: 'finding' },
    el(document, 'p', {}, ...prose(document, message)),
    el(
      document,
      'p',
      { class: 'finding-cure' },
      cure === null ? null : el(document, 'code', {}, `.${cure.replace(/^\./, '')}`),
      target ? placeButton(document, named(target, entry)) : null,
    ),
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
