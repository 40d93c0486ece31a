import { scaleOf } from '../evidence/barcode.ts';
import { el } from '../evidence/el.ts';
import { paletteOf } from '../evidence/palette.ts';
import type { Highlight } from '../evidence/sql.ts';
import type { Files } from '../runtime/protocol.ts';
import type { KeptRun } from '../stores/runs.ts';
import type { ColorText } from './files.ts';
import { defaultPair, type Pair, pairSentence, reportOf, runWords } from './run-facts.ts';
import { runList, type Side } from './run-list.ts';
import { runPair } from './run-pair.ts';

export interface RunsViewParts {
  color: ColorText;
  highlight: Highlight;
  /** The editable files as they are now. */
  files: () => Files;
  restore: (files: Files) => void;
}

export interface RunsView {
  /** These runs, oldest first. A pair that the learner chose stays while both are kept. */
  draw(runs: readonly KeptRun[]): Promise<void>;
  /** The editor's text changed. */
  edited(): void;
}

/** In pixels: room for two columns of code from this width on. */
const SPLIT = 720;

/** The list of runs and, beside or below it, two of them compared. */
export function createRunsView(host: HTMLElement, parts: RunsViewParts): RunsView {
  const { ownerDocument: document } = host;
  const voice = el(document, 'p', { class: 'sr-only', role: 'status' });
  const list = el(document, 'div', { class: 'run-side-list' });
  const place = el(document, 'div', { class: 'run-place' });
  const buttons = new Map<HTMLElement, KeptRun>();
  // What was not chosen follows the runs: the latest is compared with the first.
  let chosen: Partial<Pair> = {};
  let runs: readonly KeptRun[] = [];
  let drawing = 0;
  host.replaceChildren(el(document, 'div', { class: 'runs-view' }, voice, list, place));

  function say(words: string): void {
    // The same words twice would not be read again.
    voice.textContent = voice.textContent === words ? `${words} ` : words;
  }

  function pairNow(): Pair | null {
    const pair = defaultPair(runs);
    const kept = (run: KeptRun | undefined) => (run && runs.includes(run) ? run : null);
    return (
      pair && {
        before: kept(chosen.before) ?? pair.before,
        after: kept(chosen.after) ?? pair.after,
      }
    );
  }

  async function compare(pair: Pair): Promise<void> {
    const number = ++drawing;
    buttons.clear();
    const layout = place.clientWidth >= SPLIT ? 'split' : 'unified';
    const { color, highlight } = parts;
    const drawn = await runPair(document, pair, { layout, color, highlight, restore });
    // Another pair was chosen meanwhile.
    if (number !== drawing) return;
    place.replaceChildren(drawn);
    edited();
  }

  function choose(side: Side, run: KeptRun): void {
    chosen = { ...chosen, [side]: run };
    const pair = pairNow();
    if (!pair) return;
    for (const item of list.querySelectorAll<HTMLElement>('.run')) {
      item.toggleAttribute('data-chosen', item.querySelector(':checked') !== null);
    }
    const sentence = pairSentence(pair).replaceAll('→', 'to');
    say(`Comparing ${runWords(pair.before)} with ${runWords(pair.after)}. ${sentence}`);
    void compare(pair);
  }

  function restore(run: KeptRun): HTMLElement {
    const button = el(document, 'button', { type: 'button', class: 'run-restore' });
    buttons.set(button, run);
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      parts.restore(run.files);
      say(`The code of ${runWords(run)} is in the editor. Undo there takes it back.`);
    });
    return button;
  }

  function edited(): void {
    const now = parts.files();
    for (const [button, run] of buttons) {
      const same = Object.entries(run.files).every(([path, text]) => now[path] === text);
      const words = same ? 'In the editor now' : 'Restore this code';
      button.setAttribute('aria-disabled', String(same));
      if (button.textContent !== words) button.textContent = words;
      button.setAttribute('aria-label', `${words}: ${runWords(run)}`);
    }
  }

  return {
    async draw(next) {
      runs = next;
      const pair = pairNow();
      if (!pair) {
        const words =
          'Each run and check of this visit is kept here, to be compared. Run your code to get the first two.';
        list.replaceChildren();
        place.replaceChildren(el(document, 'p', { class: 'note' }, words));
        return;
      }
      const reports = runs.map(reportOf).filter((each) => each !== null);
      const [scale, palette] = [scaleOf(...reports), paletteOf(...reports)];
      const { activeElement } = document;
      const focused = activeElement instanceof HTMLInputElement && list.contains(activeElement);
      const again = focused ? `[name=${activeElement.name}][value="${activeElement.value}"]` : null;
      list.replaceChildren(runList(document, runs, { scale, palette, pair, choose }));
      // The list is new, the learner is where they were.
      if (again) list.querySelector<HTMLElement>(again)?.focus({ preventScroll: true });
      await compare(pair);
    },
    edited,
  };
}
