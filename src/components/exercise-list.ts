import { amount } from '../evidence/amounts.ts';
import { scoreWords } from '../evidence/score.ts';
import { readPassed, readScore } from '../stores/passed.ts';

/** What the list is narrowed to; empty strings and false let everything through. */
export interface Filter {
  kind: string;
  difficulty: string;
  open: boolean;
}

/** Write what is passed into the rows, and how much of each part that is. */
export function drawProgress(list: HTMLElement, saved: string | null): void {
  for (const row of rowsOf(list)) {
    const passed = readPassed(saved, row.dataset.slug ?? '');
    row.toggleAttribute('data-passed', passed !== null);
    const place = row.querySelector('[data-part=best]');
    if (!place) continue;
    const { cost } = passed ?? { cost: null };
    const score = readScore(saved, row.dataset.slug ?? '');
    const open = score ? scoreWords(score) : '';
    place.textContent = passed ? `passed${cost ? `, ${amount(cost.got, cost.unit)}` : ''}` : open;
  }
  const parts = [list, ...list.querySelectorAll<HTMLElement>('[data-phase]')];
  for (const part of parts) {
    const rows = rowsOf(part);
    const done = rows.filter((row) => row.hasAttribute('data-passed')).length;
    const place = part.querySelector<HTMLElement>('[data-part=progress]');
    place?.style.setProperty('--done', String(done / Math.max(1, rows.length)));
    const words = place?.querySelector('span');
    if (words) words.textContent = `${done} of ${rows.length} passed`;
  }
}

/** Show the rows that fit, and the parts that have any. @returns how many that are. */
export function applyFilter(list: HTMLElement, filter: Filter): number {
  for (const row of rowsOf(list)) row.hidden = !fits(row, filter);
  for (const part of list.querySelectorAll<HTMLElement>('[data-phase]')) {
    part.hidden = rowsOf(part).every(({ hidden }) => hidden);
  }
  return rowsOf(list).filter(({ hidden }) => !hidden).length;
}

function fits(row: HTMLElement, { kind, difficulty, open }: Filter): boolean {
  const { dataset } = row;
  if (kind !== '' && dataset.kind !== kind) return false;
  if (difficulty !== '' && dataset.difficulty !== difficulty) return false;
  return !(open && row.hasAttribute('data-passed'));
}

function rowsOf(part: HTMLElement): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>('[data-slug]')];
}
