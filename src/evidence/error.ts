import type { Frame, LearnerError } from '../runtime/report.ts';
import { el } from './el.ts';
import { placeButton } from './place.ts';
import { prose } from './prose.ts';
import { named } from './words.ts';

function frameItem(
  document: Document,
  frame: Frame,
  last: boolean,
  entry: string | null,
): HTMLLIElement {
  const inside = frame.scope && frame.scope !== '<module>' ? ` in ${frame.scope}` : '';
  return el(
    document,
    'li',
    { class: last ? 'frame frame-last' : 'frame' },
    el(
      document,
      'p',
      {},
      placeButton(document, named(frame, entry)),
      inside,
      last ? ' – it stopped here' : null,
    ),
    el(document, 'pre', {}, frame.source),
  );
}

/** An exception: what it says, what it usually means, and the learner's lines that led to it. */
export function errorBlock(
  document: Document,
  error: LearnerError,
  entry: string | null,
): HTMLElement {
  const last = error.frames.length - 1;
  return el(
    document,
    'div',
    { class: 'error' },
    el(
      document,
      'p',
      { class: 'error-message' },
      el(document, 'strong', {}, error.type),
      error.message ? `: ${error.message}` : null,
    ),
    error.hint === null
      ? null
      : el(document, 'p', { class: 'error-hint' }, ...prose(document, error.hint)),
    error.frames.length === 0
      ? null
      : el(
          document,
          'ol',
          { class: 'frames', 'aria-label': 'Your lines that led here' },
          ...error.frames.map((frame, index) => frameItem(document, frame, index === last, entry)),
        ),
    ...error.causes.map((cause) =>
      el(document, 'p', { class: 'error-cause' }, `Caused by ${cause.type}: ${cause.message}`),
    ),
  );
}
