import { turnTo } from './tabs.ts';

/** What choosing a query anywhere announces: a bubbling `query` event with this detail. */
export interface ChosenQuery {
  /** Index into the report's shapes. */
  shape: number;
  /** Index into the report's queries. */
  query: number;
}

/** Tells the panel that a query of this shape was chosen, outside of the list of queries. */
export function announceQuery(from: HTMLElement, detail: ChosenQuery): void {
  from.dispatchEvent(new CustomEvent('query', { detail, bubbles: true }));
}

/** Opens the group of a query that was chosen elsewhere in the same report, and brings it into view. */
export function revealGroup(from: HTMLElement, { shape, query }: ChosenQuery): void {
  const panel = from.closest<HTMLElement>('.evidence');
  const group = panel?.querySelector<HTMLDetailsElement>(`.shape[data-shape="${shape}"]`);
  const host = panel?.parentElement;
  if (!panel || !group || !host) return;
  for (const other of panel.querySelectorAll<HTMLDetailsElement>('.shape')) {
    other.toggleAttribute('open', other === group);
  }
  turnTo(host, 'queries');
  group.dispatchEvent(new CustomEvent('reveal', { detail: query }));
  group.scrollIntoView?.({ block: 'nearest' });
}

/** Marks the ticks of the groups that are open: all others step back. */
export function markTicks(panel: HTMLElement): void {
  const image = panel.querySelector('.barcode .barcode-image');
  const open = [...panel.querySelectorAll<HTMLElement>('.shape[open]')];
  const colors = new Set(open.map(({ dataset }) => `shape-${dataset.color}`));
  image?.toggleAttribute('data-chosen', colors.size > 0);
  for (const path of image?.querySelectorAll('path') ?? []) {
    path.classList.toggle(
      'chosen',
      [...colors].some((color) => path.classList.contains(color)),
    );
  }
}

/** Goes to the finding that a group speaks of. */
export function showFinding(button: HTMLElement): void {
  const findings = button.closest('.evidence')?.querySelectorAll<HTMLElement>('.finding');
  const finding = findings?.[Number(button.dataset.finding)];
  if (!finding) return;
  const folded = finding.closest('details');
  if (folded) folded.open = true;
  finding.tabIndex = -1;
  finding.focus({ preventScroll: true });
  finding.scrollIntoView?.({ block: 'nearest' });
}
