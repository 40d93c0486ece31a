import type { RaceExhibit, RaceStep } from '../runtime/exhibits.ts';
import { el } from './el.ts';
import { mark } from './marks.ts';
import { placeButton } from './place.ts';
import { prose } from './prose.ts';
import { sign, type ViewOptions } from './view.ts';
import { named } from './words.ts';

function stepItem(document: Document, step: RaceStep, entry: string | null): HTMLElement {
  const { caller, sql, effect, place, waits, note } = step;
  const lane = caller === 'B' ? 'b' : 'a';
  return el(
    document,
    'li',
    {
      class: `race-step race-${lane}${note === '' ? '' : ' race-wrong'}${waits ? ' race-waits' : ''}`,
    },
    el(document, 'span', { class: 'race-caller' }, caller),
    el(
      document,
      'div',
      { class: 'race-what' },
      sql === '' ? null : el(document, 'code', { class: 'race-sql' }, sql),
      el(
        document,
        'p',
        { class: 'race-effect' },
        waits ? sign(document, 'again') : null,
        el(document, 'span', {}, effect),
        place && sql !== '' ? placeButton(document, named(place, entry)) : null,
      ),
      note === ''
        ? null
        : el(
            document,
            'p',
            { class: 'race-note' },
            mark(document, 'wrong'),
            el(document, 'span', {}, note),
          ),
    ),
  );
}

/** Two callers in two lanes, from top to bottom in the order in which things happened. */
export function raceView(
  document: Document,
  { told, steps, state, holds, title }: RaceExhibit,
  { entry }: ViewOptions,
): HTMLElement {
  return el(
    document,
    'div',
    { class: 'view race' },
    el(document, 'p', { class: 'note' }, ...prose(document, told)),
    el(
      document,
      'div',
      { class: 'race-heads', 'aria-hidden': 'true' },
      el(document, 'span', {}, 'A'),
      el(document, 'span', {}, 'B'),
    ),
    el(
      document,
      'ol',
      { class: 'race-steps', 'aria-label': title },
      ...steps.map((step) => stepItem(document, step, entry)),
    ),
    state === ''
      ? null
      : el(
          document,
          'p',
          { class: 'race-state' },
          mark(document, holds ? 'passed' : 'wrong'),
          el(document, 'span', {}, holds ? 'Left, as demanded: ' : 'Left, which must not be: '),
          el(document, 'code', {}, state),
        ),
  );
}
