import type { SizesView } from '../comparison/size-view.ts';
import { el } from '../evidence/el.ts';
import type { Tool } from '../evidence/tabs.ts';
import type { Exercise } from '../runtime/exercise.ts';
import type { Runtime } from '../runtime/state.ts';
import type { Buffers } from '../stores/buffers.ts';
import type { Progress } from '../stores/progress.ts';
import { createMeasure, MEASURE_SECONDS, same } from './workspace-measure.ts';
import type { Session } from './workspace-session.ts';

export interface SizesParts {
  document: Document;
  exercise: Exercise;
  runtime: Runtime;
  session: Session;
  buffers: Buffers;
  progress: Progress;
}

/** Kinds in which a run does more when there is more data. */
const KINDS = new Set(['queries', 'http', 'cache']);

/** The same code at several sizes of data, in a tab; none where that would tell nothing. */
export function connectSizes(parts: SizesParts): Tool[] {
  const { document, exercise, runtime, session, buffers, progress } = parts;
  const { grows, entry, kind, form } = exercise;
  if (grows === null || entry === null || form.kind !== 'code' || !KINDS.has(kind)) return [];
  const panel = el(document, 'div', { class: 'sizes' });
  const files = () => buffers.$buffers.get().files;
  const measure = createMeasure({
    exercise,
    runtime,
    $activity: session.$activity,
    passed: () => progress.$attainment.get().passed !== null,
  });
  let view: Promise<SizesView> | null = null;

  function draw(drawn: SizesView): void {
    const { series, now, files: measured } = measure.$sizes.get();
    drawn.draw({ series, now, stale: measured !== null && !same(measured, files()) });
  }

  async function load(words: string): Promise<SizesView> {
    const { createSizesView } = await import('../comparison/size-view.ts');
    return createSizesView(panel, {
      grows: words,
      seconds: MEASURE_SECONDS,
      measure() {
        session.open();
        void measure.measure(files());
      },
      stop: measure.stop,
    });
  }

  const redraw = () => void view?.then(draw).catch(() => undefined);
  measure.$sizes.listen(redraw);
  buffers.$buffers.listen(redraw);

  function turned(): void {
    view ??= load(grows ?? '');
    view.then(draw).catch((error: unknown) => {
      view = null;
      console.warn('The size dial did not load.', error);
      const words = 'This part did not load. Check your connection, then open the tab again.';
      panel.replaceChildren(el(document, 'p', { class: 'note', role: 'alert' }, words));
    });
  }

  return [{ key: 'sizes', label: 'Sizes', panel, turned }];
}
