import type { Report } from '../runtime/report.ts';
import { el } from './el.ts';
import { valueBlock } from './value.ts';
import { counted } from './words.ts';

/** What was printed, in order, and the value of the last line. */
export function outputBlock(document: Document, report: Report): HTMLElement {
  const { output, output_cut: cut, value } = report;
  const printed = output.map(({ stream, text }) =>
    el(document, 'span', { class: `stream-${stream}` }, text),
  );
  return el(
    document,
    'div',
    { class: 'output' },
    printed.length === 0
      ? null
      : el(document, 'pre', { class: 'printed', tabindex: 0, 'aria-label': 'Printed' }, ...printed),
    cut === 0
      ? null
      : el(
          document,
          'p',
          { class: 'note' },
          `${counted(cut, 'more character')} were printed and are not shown here.`,
        ),
    value === null ? null : valueBlock(document, value),
    printed.length === 0 && value === null
      ? el(document, 'p', { class: 'note' }, 'Nothing was printed.')
      : null,
  );
}
