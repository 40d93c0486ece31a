import { figure } from '../evidence/amounts.ts';
import { el } from '../evidence/el.ts';
import { counted } from '../evidence/words.ts';
import { sizeCharts } from './size-chart.ts';
import { type Series, SIZES, sizesSentence, type Whose } from './size-points.ts';
import { sizeTable } from './size-table.ts';

export interface SizesViewParts {
  /** What the sizes count. */
  grows: string;
  /** A run at one size is ended after this. */
  seconds: number;
  measure: () => void;
  stop: () => void;
}

export interface SizesState {
  series: Series;
  now: { whose: Whose; size: number } | null;
  /** The editor holds other code than what was measured. */
  stale: boolean;
}

export interface SizesView {
  draw(state: SizesState): void;
}

function introduction(grows: string, seconds: number): string {
  const [last, ...rest] = SIZES.map(figure).reverse();
  const sizes = `${rest.reverse().join(', ')} and ${last}`;
  return `Runs your code with ${sizes} ${grows}, one after another, each in a fresh Python. What takes longer than ${seconds} s is stopped.`;
}

/** The size dial: a button, two small charts, and the table with their figures. */
export function createSizesView(host: HTMLElement, parts: SizesViewParts): SizesView {
  const { ownerDocument: document } = host;
  const { grows, seconds } = parts;
  const voice = el(document, 'p', { class: 'sr-only', role: 'status' });
  const button = (label: string, act: () => void) => {
    const made = el(document, 'button', { type: 'button', class: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const measure = button('Measure', () => parts.measure());
  const stop = button('Stop', () => parts.stop());
  const note = el(document, 'p', { class: 'note size-note' });
  const sentence = el(document, 'p', { class: 'size-sentence' });
  const result = el(document, 'div', { class: 'size-result' });
  const bar = el(document, 'div', { class: 'size-bar' }, measure, stop, note);
  host.replaceChildren(voice, bar, sentence, result);
  let busy = false;

  function swap(now: boolean): void {
    const [shown, hidden] = now ? [stop, measure] : [measure, stop];
    shown.hidden = false;
    // Focus goes from the button that leaves to the one that comes in its place.
    if (document.activeElement === hidden) shown.focus({ preventScroll: true });
    hidden.hidden = true;
  }

  function noteWords({ series, now, stale }: SizesState): string {
    if (now) {
      const whose = now.whose === 'yours' ? 'Your code' : 'The solution';
      return `${whose} with ${counted(now.size, grows, grows)} …`;
    }
    if (series.yours.length === 0) return introduction(grows, seconds);
    return stale ? 'These are of an earlier version of your code.' : 'Of the code in the editor.';
  }

  return {
    draw(state) {
      const { series, now, stale } = state;
      swap(now !== null);
      const words = noteWords(state);
      if (note.textContent !== words) note.textContent = words;
      note.classList.toggle('size-stale', stale && now === null);
      measure.textContent = series.yours.length === 0 ? 'Measure' : 'Measure again';
      const told = sizesSentence(series, grows);
      sentence.textContent = told ?? '';
      result.toggleAttribute('data-stale', stale && now === null);
      result.replaceChildren(
        ...(now || series.yours.length > 0
          ? [sizeCharts(document, series, grows), sizeTable(document, series, grows)]
          : []),
      );
      if (busy !== (now !== null)) {
        busy = now !== null;
        voice.textContent = busy ? 'Measuring' : (told ?? 'Stopped');
      }
    },
  };
}
