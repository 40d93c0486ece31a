import { svg } from './el.ts';

/** What a sentence or a check is: passed, costly, wrong, left out, or nothing of these. */
export type Tone = 'passed' | 'cost' | 'wrong' | 'skipped' | 'plain';

type Marked = Exclude<Tone, 'plain'>;

const PATHS: Readonly<Record<Marked, string>> = {
  passed: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  cost: 'M3 13V3M6.3 13V3M9.6 13V3M13 13V3',
  wrong: 'M4 4 12 12M12 4 4 12',
  skipped: 'M3.5 8H12.5',
};

/** The small sign of a tone. It repeats what the words beside it say, so it has no name. */
export function mark(document: Document, tone: Marked): SVGSVGElement {
  return svg(
    document,
    'svg',
    {
      class: `mark mark-${tone}`,
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      'aria-hidden': 'true',
    },
    svg(document, 'path', { d: PATHS[tone] }),
  );
}
