import type { HttpExhibit, Message, Visit } from '../runtime/exhibits.ts';
import { type Child, el } from './el.ts';
import { mark } from './marks.ts';
import { placeButton } from './place.ts';
import { prose } from './prose.ts';
import { facts, pairList, type Shape, sign, source, type ViewOptions } from './view.ts';
import { counted, duration, named, queries } from './words.ts';

/** What the first figure of a status says: whether it is right depends on what was demanded. */
const CLASSES: Readonly<Record<string, { word: string; shape: Shape }>> = {
  1: { word: 'informs', shape: 'ring' },
  2: { word: 'OK', shape: 'dot' },
  3: { word: 'redirect', shape: 'arrow' },
  4: { word: 'refused', shape: 'diamond' },
  5: { word: 'server error', shape: 'square' },
};

/** JSON laid out for reading, any other text as it is. */
export function laidOut(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Cut in the middle, or only similar to JSON: the text itself says all there is.
    return text;
  }
}

function status(document: Document, { status, trouble, method }: Visit): HTMLElement {
  const kind = CLASSES[String(status ?? '').charAt(0)];
  if (status === null || !kind) {
    const word = status ?? (trouble === '' ? '' : method === '' ? 'error' : 'no answer');
    return el(document, 'span', { class: 'visit-status' }, String(word));
  }
  return el(
    document,
    'span',
    { class: `visit-status status-${Math.floor(status / 100)}` },
    sign(document, kind.shape),
    el(document, 'span', {}, `${status} ${kind.word}`),
  );
}

function half(document: Document, name: string, { headers, body, cut }: Message): HTMLElement {
  const type = headers.find((header) => header.name.toLowerCase() === 'content-type')?.value ?? '';
  const kind = type.split(';')[0] || 'text';
  return el(
    document,
    'section',
    { class: 'exchange' },
    el(document, 'h3', {}, name),
    headers.length > 0
      ? pairList(document, headers)
      : el(document, 'p', { class: 'note' }, 'No headers of its own.'),
    body === ''
      ? el(document, 'p', { class: 'note' }, 'No body.')
      : source(document, laidOut(body), `${name}: body, ${kind}`),
    cut > 0
      ? el(document, 'p', { class: 'note' }, `${counted(cut, 'more character')} not shown`)
      : null,
  );
}

function body(document: Document, visit: Visit, entry: string | null): HTMLElement {
  const { wrong, trouble, place, method, request, response } = visit;
  const done = response.body === '' ? 'It returned nothing.' : null;
  return el(
    document,
    'div',
    { class: 'visit-body' },
    ...wrong.map((words) =>
      el(
        document,
        'p',
        { class: 'visit-wrong' },
        mark(document, 'wrong'),
        el(document, 'span', {}, ...prose(document, words)),
      ),
    ),
    trouble === ''
      ? null
      : el(
          document,
          'p',
          { class: 'visit-trouble' },
          `${trouble} `,
          place ? placeButton(document, named(place, entry)) : null,
        ),
    method !== ''
      ? el(
          document,
          'div',
          { class: 'exchanges' },
          half(document, 'Request', request),
          half(document, 'Response', response),
        )
      : done
        ? el(document, 'p', { class: 'note' }, done)
        : source(document, response.body, `What it returned: ${visit.path}`),
  );
}

function item(document: Document, visit: Visit, open: boolean, entry: string | null): HTMLElement {
  const { method, path, who, wrong, ms } = visit;
  const sure: Child =
    wrong.length > 0
      ? el(
          document,
          'span',
          { class: 'visit-verdict' },
          mark(document, 'wrong'),
          el(document, 'span', {}, 'not as demanded'),
        )
      : null;
  return el(
    document,
    'li',
    {},
    el(
      document,
      'details',
      { class: 'visit', open },
      el(
        document,
        'summary',
        {},
        el(
          document,
          'span',
          { class: method === '' ? 'visit-what visit-between' : 'visit-what' },
          method === '' ? null : el(document, 'code', { class: 'visit-method' }, method),
          method === '' ? path : el(document, 'code', {}, path),
          who === '' ? null : el(document, 'span', { class: 'visit-who' }, who),
          sure,
        ),
        status(document, visit),
        el(document, 'span', { class: 'visit-cost' }, `${queries(visit.queries)}, ${duration(ms)}`),
      ),
      body(document, visit, entry),
    ),
  );
}

/** The visits of a scenario in their order, each to be opened: what was sent, and what came back. */
export function httpView(
  document: Document,
  { visits, title }: HttpExhibit,
  { entry }: ViewOptions,
): HTMLElement {
  const sent = visits.filter(({ method }) => method !== '').length;
  const wrong = visits.filter((visit) => visit.wrong.length > 0).length;
  const first = visits.findIndex((visit) => visit.wrong.length > 0);
  const cost = visits.reduce((sum, visit) => sum + visit.queries, 0);
  return el(
    document,
    'div',
    { class: 'view' },
    facts(
      document,
      counted(sent, 'request'),
      wrong > 0 ? `${wrong} not as demanded` : 'all as demanded',
      queries(cost),
    ),
    el(
      document,
      'ol',
      { class: 'visits', 'aria-label': title },
      ...visits.map((visit, index) => item(document, visit, index === first, entry)),
    ),
  );
}
