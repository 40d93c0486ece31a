/** Where a key leads from tab `index` of `count`; -1 for keys that lead nowhere. */
function destination(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

/** Shows the panel of a tab, or with a key event that of the tab it leads to; the panel hears `turn`. */
export function turnTab(tab: HTMLElement, event?: KeyboardEvent): void {
  const list = tab.closest('[role=tablist]');
  const all = [...(list?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  const index = event ? destination(event.key, all.indexOf(tab), all.length) : all.indexOf(tab);
  const next = all[index];
  if (!next) return;
  event?.preventDefault();
  for (const other of all) {
    const chosen = other === next;
    other.setAttribute('aria-selected', String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    const panel = other.getAttribute('aria-controls');
    const element = panel && tab.ownerDocument.getElementById(panel);
    if (!element) continue;
    const turned = chosen && element.hidden;
    element.hidden = !chosen;
    if (turned) element.dispatchEvent(new CustomEvent('turn'));
  }
  if (event) next.focus();
}
