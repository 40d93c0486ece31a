import type { LogRecord, Pair } from '../runtime/exhibits.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import { placeButton } from './place.ts';
import { pairList, type Shape, sign, source } from './view.ts';
import { counted, named } from './words.ts';

const SHAPES: Readonly<Record<string, Shape>> = {
  DEBUG: 'ring',
  INFO: 'dot',
  WARNING: 'diamond',
  ERROR: 'square',
  CRITICAL: 'cross',
};

/** A word that a class can be made of; levels can have any name. */
function tone(level: string): string {
  return level in SHAPES ? level.toLowerCase() : 'other';
}

/** What a line of JSON says, by its keys; null for any other line. */
export function fieldsOf(line: string): Pair[] | null {
  if (!line.startsWith('{')) return null;
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null) return null;
    return Object.entries(entry).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }));
  } catch {
    // A line that only begins like JSON is shown as it is.
    return null;
  }
}

function cameOut(document: Document, lines: readonly string[]): HTMLElement {
  if (lines.length === 0) return el(document, 'p', { class: 'note' }, 'Nothing came out.');
  const [only] = lines;
  const fields = lines.length === 1 && only !== undefined ? fieldsOf(only) : null;
  const raw = source(document, lines.join('\n'), 'What came out');
  if (!fields) {
    return el(
      document,
      'div',
      { class: 'log-out' },
      el(document, 'p', { class: 'note' }, `${counted(lines.length, 'line')} came out:`),
      raw,
    );
  }
  return el(
    document,
    'div',
    { class: 'log-out' },
    el(document, 'p', { class: 'note' }, '1 line of JSON came out:'),
    pairList(document, fields),
    el(
      document,
      'details',
      { class: 'view-fold' },
      el(document, 'summary', {}, 'The line itself'),
      raw,
    ),
  );
}

function item(document: Document, record: LogRecord, entry: string | null): HTMLElement {
  const { level, logger, message, fields, place, error, lines } = record;
  return el(
    document,
    'li',
    { class: `log log-${tone(level)}`, 'data-level': level },
    el(
      document,
      'p',
      { class: 'log-head' },
      el(document, 'span', { class: 'log-level' }, sign(document, SHAPES[level] ?? 'dash'), level),
      el(document, 'code', { class: 'log-logger' }, logger),
      place ? placeButton(document, named(place, entry)) : null,
    ),
    el(document, 'p', { class: 'log-message' }, message),
    error === '' ? null : el(document, 'p', { class: 'log-exception' }, error),
    fields.length > 0 ? pairList(document, fields) : null,
    lines === null ? null : cameOut(document, lines),
  );
}

function filter(document: Document, word: string, level: string, count: number): HTMLElement {
  return el(
    document,
    'button',
    {
      type: 'button',
      class: 'log-filter',
      'data-level': level,
      'aria-pressed': String(level === ''),
    },
    `${word} (${figure(count)})`,
  );
}

/** Log records with a filter by level; `behavior.ts` brings the filter to life. */
export function logView(
  document: Document,
  records: readonly LogRecord[],
  entry: string | null,
): HTMLElement {
  const levels = new Map<string, number>();
  for (const { level } of records) levels.set(level, (levels.get(level) ?? 0) + 1);
  return el(
    document,
    'div',
    { class: 'view logs' },
    levels.size > 1
      ? el(
          document,
          'div',
          { class: 'log-filters', role: 'group', 'aria-label': 'Show records of level' },
          filter(document, 'All', '', records.length),
          ...[...levels].map(([level, count]) => filter(document, level, level, count)),
        )
      : null,
    el(
      document,
      'ol',
      { class: 'log-list', 'aria-label': 'Log records' },
      ...records.map((record) => item(document, record, entry)),
    ),
  );
}

/** Show the records of one level, all of them for an empty one. */
export function filterLogs(button: HTMLElement): void {
  const view = button.closest('.logs');
  const level = button.dataset.level ?? '';
  for (const other of view?.querySelectorAll('.log-filter') ?? []) {
    other.setAttribute('aria-pressed', String(other === button));
  }
  for (const record of view?.querySelectorAll<HTMLElement>('.log') ?? []) {
    record.hidden = level !== '' && record.dataset.level !== level;
  }
}
