import { el } from '../evidence/el.ts';
import type { Model } from '../runtime/answers.ts';
import { followed, relationsOf } from './followed.ts';
import type { DataSource } from './source.ts';

export interface ModelsView {
  element: HTMLElement;
  draw(models: readonly Model[]): Promise<void>;
}

const STEP = 1.25;
const SMALLEST = 0.5;
const LARGEST = 2;
/** Below this, letters are too small to be read. */
const READABLE = 0.85;

/** The models as a diagram, in which the relations are lit that the last run followed. */
export function modelsView(
  document: Document,
  source: DataSource,
  open: (table: string) => void,
): ModelsView {
  const scroller = el(document, 'div', {
    class: 'data-canvas',
    tabindex: 0,
    role: 'region',
    'aria-label': 'Diagram of the models; arrow keys move it',
  });
  const others = el(document, 'input', { type: 'checkbox' });
  const words = el(document, 'p', { class: 'data-state', role: 'status' });
  const list = el(document, 'details', { class: 'data-words' });
  const zoom = (name: string, text: string, act: () => void) => {
    const button = el(
      document,
      'button',
      { type: 'button', class: 'button', 'aria-label': name },
      text,
    );
    button.addEventListener('click', act);
    return button;
  };
  const element = el(
    document,
    'div',
    { class: 'data-models' },
    el(
      document,
      'div',
      { class: 'data-bar' },
      words,
      el(document, 'label', { class: 'data-others' }, others, 'Show Django’s own models'),
      el(
        document,
        'div',
        { class: 'data-zoom', role: 'group', 'aria-label': 'Zoom' },
        zoom('Zoom out', '−', () => scaleBy(1 / STEP)),
        zoom('Zoom in', '+', () => scaleBy(STEP)),
        zoom('Fit the diagram', 'Fit', () => fitTo(SMALLEST)),
      ),
    ),
    scroller,
    list,
  );
  let models: readonly Model[] = [];
  let scale = 1;
  let natural = { width: 0, height: 0 };

  others.addEventListener('change', () => void redraw());
  scroller.addEventListener('click', ({ target }) => choose(target));
  scroller.addEventListener('keydown', (event) => {
    if (event.key === '+' || event.key === '=') scaleBy(STEP);
    else if (event.key === '-') scaleBy(1 / STEP);
    else if (event.key === '0') fitTo(SMALLEST);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (!choose(event.target)) return;
    } else return;
    event.preventDefault();
  });

  function choose(target: EventTarget | null): boolean {
    const box = target instanceof Element ? target.closest('[data-table]') : null;
    const table = box?.getAttribute('data-table');
    if (table) open(table);
    return Boolean(table);
  }

  function scaleBy(factor: number): void {
    scale = Math.min(LARGEST, Math.max(SMALLEST, scale * factor));
    const picture = scroller.querySelector('svg');
    picture?.setAttribute('width', String(natural.width * scale));
    picture?.setAttribute('height', String(natural.height * scale));
  }

  /** As large as fits, but no smaller than that. */
  function fitTo(least: number): void {
    const room = scroller.clientWidth || natural.width;
    scale = Math.min(1, Math.max(least, room / (natural.width || 1)));
    scaleBy(1);
  }

  /** Scroll the canvas, and nothing around it, to a part of the picture. */
  function lookAt(part: Element | null): void {
    if (!part) return;
    const [seen, frame] = [part.getBoundingClientRect(), scroller.getBoundingClientRect()];
    scroller.scrollLeft += (seen.left + seen.right - frame.left - frame.right) / 2;
    scroller.scrollTop += (seen.top + seen.bottom - frame.top - frame.bottom) / 2;
  }

  async function redraw(): Promise<void> {
    const [{ place }, { drawDiagram, relationList }] = await Promise.all([
      import('./diagram-layout.ts'),
      import('./diagram-draw.ts'),
    ]);
    const shown = models.filter(({ own, auto }) => !auto && (own || others.checked));
    const report = source.report();
    const lit = report ? followed(report, shown) : new Map<string, number>();
    const laid = place(shown);
    natural = laid;
    scroller.replaceChildren(drawDiagram(document, laid, lit));
    fitTo(READABLE);
    lookAt(scroller.querySelector('.data-line.data-lit') ?? scroller.querySelector('.data-model'));
    words.textContent = stateOf(report !== null, lit.size);
    list.replaceChildren(
      el(document, 'summary', {}, 'The relations in words'),
      relationList(document, relationsOf(shown), lit),
    );
  }

  return {
    element,
    async draw(given) {
      models = given;
      await redraw();
    },
  };
}

function stateOf(ran: boolean, count: number): string {
  if (!ran) return 'Run your code: the relations that its queries follow light up.';
  if (count === 0) return 'The queries of your last run followed no relation.';
  return `Your last run followed ${count} ${count === 1 ? 'relation' : 'relations'}.`;
}
