import type { CacheEvent, CacheExhibit, CacheStep } from '../runtime/exhibits.ts';
import { el, svg } from './el.ts';
import { COLORS, letter } from './palette.ts';
import { prose } from './prose.ts';
import { facts, type Shape, sign } from './view.ts';
import { counted, queries } from './words.ts';

/** The color of each key: the commonest has the first. */
type Keys = ReadonlyMap<string, number>;

export function keysOf(steps: readonly CacheStep[]): Keys {
  const counts = new Map<string, number>();
  for (const { key } of steps.flatMap((step) => step.events)) {
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const commonest = [...counts].sort((one, other) => other[1] - one[1]);
  return new Map(commonest.slice(0, COLORS).map(([key], index) => [key, index + 1]));
}

const SIGNS: Readonly<Record<CacheEvent['outcome'], Shape>> = {
  hit: 'dot',
  miss: 'ring',
  stored: 'square',
  refused: 'cross',
  other: 'dash',
};

function words({ operation, outcome, detail }: CacheEvent): string {
  if (outcome === 'hit' || outcome === 'miss') return outcome;
  return detail === '' ? operation : `${operation}, ${detail}`;
}

const WIDTH = 12;
const GAP = 6;

/** All events in a strip: a hit is full, a miss is hollow, what was put there stands low. */
function strip(document: Document, steps: readonly CacheStep[], keys: Keys): SVGSVGElement {
  const marks: SVGElement[] = [];
  let x = 0;
  for (const { events } of steps) {
    if (events.length === 0) continue;
    for (const { key, outcome } of events) {
      const low = outcome !== 'hit' && outcome !== 'miss';
      marks.push(
        svg(document, 'rect', {
          class: `cache-tick cache-${outcome} shape-${keys.get(key) ?? 0}`,
          x: x + 1.5,
          y: low ? 21.5 : 1.5,
          width: WIDTH - 3,
          height: low ? 9 : 29,
        }),
      );
      x += WIDTH;
    }
    x += GAP;
  }
  return svg(
    document,
    'svg',
    {
      class: 'cache-strip',
      viewBox: `0 0 ${Math.max(x - GAP, 1)} 32`,
      width: Math.max(x - GAP, 1),
      height: 32,
      role: 'img',
      'aria-label': `${counted(marks.length, 'operation')} on the cache; the table below has them`,
    },
    ...marks,
  );
}

function eventRow(document: Document, event: CacheEvent, keys: Keys): HTMLElement {
  const color = keys.get(event.key) ?? 0;
  return el(
    document,
    'li',
    { class: `cache-event cache-event-${event.outcome}` },
    el(
      document,
      'span',
      { class: 'cache-outcome' },
      sign(document, SIGNS[event.outcome]),
      words(event),
    ),
    el(
      document,
      'span',
      { class: 'cache-key' },
      event.key === ''
        ? null
        : el(document, 'span', { class: `swatch shape-${color}` }, letter(color)),
      el(document, 'code', {}, event.key),
    ),
    event.who === '' ? null : el(document, 'span', { class: 'cache-who' }, event.who),
  );
}

function stepItem(document: Document, step: CacheStep, keys: Keys): HTMLElement {
  const most = Math.max(0, ...step.meetings.map(({ calls }) => calls));
  return el(
    document,
    'li',
    { class: 'view-step' },
    el(
      document,
      'p',
      { class: 'view-step-title' },
      el(document, 'span', {}, ...prose(document, step.told)),
      el(
        document,
        'span',
        { class: step.queries > 0 ? 'cache-queries' : 'cache-queries cache-free' },
        step.queries > 0 ? queries(step.queries) : 'no query',
      ),
    ),
    step.events.length > 0
      ? el(
          document,
          'ol',
          { class: 'cache-events' },
          ...step.events.map((event) => eventRow(document, event, keys)),
        )
      : null,
    step.meetings.length > 0
      ? el(
          document,
          'details',
          { class: 'view-fold' },
          el(
            document,
            'summary',
            {},
            `The second caller came at ${counted(step.meetings.length, 'moment')}: computed ${most <= 1 ? 'once each time' : `up to ${most} times`}`,
          ),
          el(
            document,
            'ol',
            { class: 'cache-meetings' },
            ...step.meetings.map(({ moment, calls }) =>
              el(
                document,
                'li',
                {},
                el(document, 'code', {}, moment),
                `: computed ${counted(calls, 'time')}`,
              ),
            ),
          ),
        )
      : null,
  );
}

/** What was asked of the cache, step by step, each key in a color and a letter of its own. */
export function cacheView(document: Document, { steps, title }: CacheExhibit): HTMLElement {
  const events = steps.flatMap((step) => step.events);
  const keys = keysOf(steps);
  const count = (outcome: CacheEvent['outcome']) =>
    events.filter((event) => event.outcome === outcome).length;
  const [hits, misses] = [count('hit'), count('miss')];
  const ratio = hits + misses > 0 ? Math.round((100 * hits) / (hits + misses)) : null;
  return el(
    document,
    'div',
    { class: 'view' },
    facts(
      document,
      counted(hits, 'hit'),
      counted(misses, 'miss', 'misses'),
      ratio === null ? null : `${ratio}% found`,
      `${counted(count('stored'), 'value')} stored`,
      counted(keys.size, 'key'),
    ),
    events.length > 0
      ? el(
          document,
          'div',
          { class: 'cache-scroll', tabindex: 0, role: 'group', 'aria-label': 'All operations' },
          strip(document, steps, keys),
        )
      : null,
    events.length > 0
      ? el(
          document,
          'p',
          { class: 'legend', 'aria-hidden': 'true' },
          el(document, 'span', {}, sign(document, 'dot'), 'hit'),
          el(document, 'span', {}, sign(document, 'ring'), 'miss'),
          el(document, 'span', {}, sign(document, 'square'), 'stored'),
        )
      : null,
    el(
      document,
      'ol',
      { class: 'view-steps', 'aria-label': title },
      ...steps.map((step) => stepItem(document, step, keys)),
    ),
  );
}
