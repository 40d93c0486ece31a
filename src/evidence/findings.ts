import type { Finding } from '../runtime/report.ts';
import { el } from './el.ts';
import { placeButton } from './place.ts';
import { prose } from './prose.ts';
import { counted, named } from './words.ts';

function findingItem(document: Document, finding: Finding, entry: string | null): HTMLLIElement {
  const { message, cure, origin, place } = finding;
  const target = origin ?? place;
  const told = cure === null || message.includes(cure);
  return el(
    document,
    'li',
    { class: 'finding' },
    el(document, 'p', {}, ...prose(document, cureAsCode(message, cure))),
    told ? null : el(document, 'code', {}, `.${cure.replace(/^\./, '')}`),
    target ? placeButton(document, named(target, entry)) : null,
  );
}

/** The sentence names the cure as it names everything else that is code. */
function cureAsCode(message: string, cure: string | null): string {
  if (cure === null || message.includes(`\`${cure}\``)) return message;
  return message.replace(cure, () => `\`${cure}\``);
}

/**
 * What is worth knowing about the queries; null when nothing is. The costliest comes first and is read at
 * once, the others wait behind it: a first look has room for one thing to mend.
 */
export function findingsList(
  document: Document,
  findings: readonly Finding[],
  entry: string | null,
): HTMLElement | null {
  const [first, ...more] = findings.map((finding) => findingItem(document, finding, entry));
  if (!first) return null;
  const list = (name: string, ...items: HTMLLIElement[]) =>
    el(document, 'ul', { class: 'findings', 'aria-label': name }, ...items);
  if (more.length === 0) return list('Findings', first);
  return el(
    document,
    'div',
    { class: 'findings-block' },
    list('The first finding', first),
    el(
      document,
      'details',
      { class: 'findings-more' },
      el(document, 'summary', {}, counted(more.length, 'more finding')),
      list('More findings', ...more),
    ),
  );
}
