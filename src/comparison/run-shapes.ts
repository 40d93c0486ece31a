import { figure } from '../evidence/amounts.ts';
import { el } from '../evidence/el.ts';
import { letter, type Palette } from '../evidence/palette.ts';
import { type Highlight, paintSql, sqlBlock } from '../evidence/sql.ts';
import type { ShapeRow } from './run-facts.ts';

function countWords({ before, after }: ShapeRow): string {
  if (before === 0) return `${figure(after)} ×`;
  if (after === 0) return `${figure(before)} ×`;
  return before === after ? `${figure(before)} × both` : `${figure(before)} → ${figure(after)} ×`;
}

function shapeItem(
  document: Document,
  row: ShapeRow,
  palette: Palette,
  highlight: Highlight | null,
): HTMLElement {
  const color = palette.get(row.sql) ?? 0;
  const sql = sqlBlock(document, row.formatted);
  const details = el(
    document,
    'details',
    { class: 'shape' },
    el(
      document,
      'summary',
      {},
      el(document, 'span', { class: `swatch shape-${color}` }, letter(color)),
      el(document, 'span', { class: 'shape-name' }, el(document, 'code', {}, row.name)),
      el(document, 'span', { class: 'shape-count' }, countWords(row)),
    ),
    el(document, 'div', { class: 'shape-body' }, sql),
  );
  if (highlight) details.addEventListener('toggle', () => paintSql(sql, highlight), { once: true });
  return details;
}

/** The SQL of two runs by shape: what only one of them asked, and what both did. */
export function shapesCompared(
  document: Document,
  rows: readonly ShapeRow[],
  palette: Palette,
  highlight: Highlight | null,
): HTMLElement {
  const groups = [
    { title: 'Only before', rows: rows.filter(({ after }) => after === 0) },
    { title: 'Only after', rows: rows.filter(({ before }) => before === 0) },
    { title: 'In both', rows: rows.filter(({ before, after }) => before > 0 && after > 0) },
  ].filter((group) => group.rows.length > 0);
  return el(
    document,
    'div',
    { class: 'run-shapes' },
    ...groups.map((group) =>
      el(
        document,
        'div',
        { role: 'group', 'aria-label': `SQL ${group.title.toLowerCase()}` },
        el(document, 'h3', {}, group.title),
        ...group.rows.map((row) => shapeItem(document, row, palette, highlight)),
      ),
    ),
  );
}
