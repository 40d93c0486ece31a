import type { Outcome, RuntimeState } from '../runtime/state.ts';
import { attach } from './behavior.ts';
import { collapse } from './collapse.ts';
import { el } from './el.ts';
import { renderOutcome, sentenceOf } from './outcome.ts';
import { progressWords, renderProgress } from './progress.ts';
import type { ReportOptions } from './render.ts';
import { placeTools, type Tool, turnedTab, turnTo } from './tabs.ts';

/** A place in the page where results appear. */
export interface Panel {
  /** Replaces what is shown, and announces it in one sentence. */
  show(outcome: Outcome): void;
  /** The runtime's state above the result: a bar while it loads or runs, nothing otherwise. */
  progress(state: RuntimeState): void;
  /** Empties the panel. */
  clear(): void;
  /** Takes the listeners back. */
  detach(): void;
}

/** A run that ends sooner than this shows no bar: it would only flicker. */
const PATIENCE_MS = 150;
const TURNED = '.evidence .tabs [role=tab][aria-selected=true]';

export interface PanelOptions extends ReportOptions {
  /** Tabs that stay beside those of each result. */
  tools?: readonly Tool[];
}

/**
 * Makes `host` a panel. What it holds already (a recorded result) stays until the first `show`.
 * Listen on `host` for `place` events.
 */
export function mountPanel(host: HTMLElement, options: PanelOptions): Panel {
  const { ownerDocument: document } = host;
  const bar = el(document, 'div', { class: 'progress-slot' });
  const voice = el(document, 'p', { class: 'sr-only', role: 'status' });
  // Before what is there, not around it: moving an element takes the focus from it.
  host.prepend(voice, bar);
  const detach = attach(host);
  placeTools(host, options.tools ?? []);
  let shown = '';
  let pending: ReturnType<typeof setTimeout> | undefined;
  let last: RuntimeState = { kind: 'idle' };

  const replace = (...nodes: Node[]) => {
    while (bar.nextSibling) bar.nextSibling.remove();
    bar.after(...nodes);
  };
  const draw = () => {
    const progress = renderProgress(document, last);
    bar.replaceChildren(...(progress ? [progress] : []));
  };
  return {
    show(outcome) {
      clearTimeout(pending);
      pending = undefined;
      bar.replaceChildren();
      const before = host.querySelector<SVGSVGElement>('.evidence > .barcode .barcode-image');
      const turned = turnedTab(host);
      const { activeElement } = document;
      const focused = host.contains(activeElement) ? (activeElement as HTMLElement) : null;
      const kind = outcome.kind === 'report' ? outcome.report.kind : outcome.kind;
      replace(el(document, 'div', { class: 'live' }, renderOutcome(document, outcome, options)));
      placeTools(host, options.tools ?? []);
      // Who runs again to see a tab change wants to stay there; a first result opens with its own.
      if (turned && kind === shown) turnTo(host, turned);
      // What had the focus was moved or is gone: it goes back there, or to the tab that is shown now.
      const heir = focused?.isConnected ? focused : host.querySelector<HTMLElement>(TURNED);
      if (focused) heir?.focus({ preventScroll: true });
      shown = kind;
      collapse(host, before);
      voice.textContent = sentenceOf(outcome, options.entry ?? null);
    },
    progress(state) {
      const began = progressWords(last) === null && progressWords(state) !== null;
      last = state;
      if (progressWords(state) === null) {
        clearTimeout(pending);
        pending = undefined;
        bar.replaceChildren();
      } else if (pending === undefined && began) {
        pending = setTimeout(() => {
          pending = undefined;
          draw();
          voice.textContent = last.kind === 'loading' ? 'Python is getting ready' : 'Running';
        }, PATIENCE_MS);
      } else if (pending === undefined) {
        draw();
      }
    },
    clear() {
      replace();
      voice.textContent = '';
    },
    detach,
  };
}
