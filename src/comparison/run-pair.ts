import { barcode, scaleOf } from '../evidence/barcode.ts';
import { type Child, el } from '../evidence/el.ts';
import { outputBlock } from '../evidence/output.ts';
import { paletteOf } from '../evidence/palette.ts';
import type { Highlight } from '../evidence/sql.ts';
import type { Report } from '../runtime/report.ts';
import type { KeptRun } from '../stores/runs.ts';
import type { ColorText } from './files.ts';
import { codeDifference } from './run-code.ts';
import {
  figureRows,
  type Pair,
  pairSentence,
  reportOf,
  runName,
  sameResult,
  shapeRows,
} from './run-facts.ts';
import { shapesCompared } from './run-shapes.ts';
import type { Layout } from './table.ts';

export interface PairOptions {
  layout: Layout;
  color: ColorText;
  highlight: Highlight | null;
  /** The button that puts a run's files back into the editor; it is told of later changes itself. */
  restore: (run: KeptRun) => HTMLElement;
}

/** The arrow is read as "to". */
function arrows(document: Document, sentence: string): Child[] {
  return sentence
    .split('→')
    .flatMap((text, index): Child[] =>
      index === 0
        ? [text]
        : [
            el(document, 'span', { 'aria-hidden': 'true' }, '→'),
            el(document, 'span', { class: 'sr-only' }, 'to'),
            text,
          ],
    );
}

function figuresTable(document: Document, before: Report, after: Report): HTMLElement {
  const head = (...content: Child[]) => el(document, 'th', { scope: 'col' }, ...content);
  const cell = (text: string) => el(document, 'td', { class: 'figure' }, text);
  return el(
    document,
    'table',
    { class: 'run-table' },
    el(document, 'caption', { class: 'sr-only' }, 'Figures before and after'),
    el(
      document,
      'thead',
      {},
      el(
        document,
        'tr',
        {},
        head(el(document, 'span', { class: 'sr-only' }, 'Figure')),
        el(document, 'th', { scope: 'col', class: 'figure' }, 'Before'),
        el(document, 'th', { scope: 'col', class: 'figure' }, 'After'),
      ),
    ),
    el(
      document,
      'tbody',
      {},
      ...figureRows(before, after).map((row) =>
        el(
          document,
          'tr',
          { class: row.before === row.after ? 'run-same' : null },
          el(document, 'th', { scope: 'row' }, row.name),
          cell(row.before),
          cell(row.after),
        ),
      ),
    ),
  );
}

/** A group, not a region: the workspace has regions of the same names. */
function part(document: Document, title: string, ...content: Child[]): HTMLElement {
  return el(
    document,
    'div',
    { class: 'run-part', role: 'group', 'aria-label': title },
    el(document, 'h2', {}, title),
    ...content,
  );
}

/** What one of two runs printed and came to. */
function shown(document: Document, side: string, report: Report): HTMLElement {
  return el(
    document,
    'div',
    { class: 'run-part' },
    el(document, 'h3', {}, side),
    outputBlock(document, report),
  );
}

function head(document: Document, side: string, run: KeptRun, options: PairOptions): HTMLElement {
  return el(
    document,
    'p',
    { class: 'run-head' },
    el(document, 'span', { class: 'run-side' }, side),
    el(document, 'strong', {}, runName(run)),
    options.restore(run),
  );
}

/** Two runs side by side: the sentence, the barcodes on one scale, and what differs. */
export async function runPair(
  document: Document,
  pair: Pair,
  options: PairOptions,
): Promise<HTMLElement> {
  const { before, after } = pair;
  const reports = [reportOf(before), reportOf(after)].filter((each) => each !== null);
  const [scale, palette] = [scaleOf(...reports), paletteOf(...reports)];
  const side = (name: string, run: KeptRun) => {
    const report = reportOf(run);
    return el(
      document,
      'div',
      { class: 'run-one' },
      head(document, name, run, options),
      report ? barcode(document, report, { scale, palette }) : null,
    );
  };
  const [one, other] = [reportOf(before), reportOf(after)];
  const code = await codeDifference(document, before.files, after.files, options);
  return el(
    document,
    'div',
    { class: 'run-pair' },
    el(document, 'p', { class: 'run-sentence' }, ...arrows(document, pairSentence(pair))),
    side('Before', before),
    side('After', after),
    part(document, 'Code', ...code),
    one && other ? part(document, 'Figures', figuresTable(document, one, other)) : null,
    one && other && one.query_count + other.query_count > 0
      ? part(
          document,
          'SQL by shape',
          shapesCompared(document, shapeRows(one, other), palette, options.highlight),
        )
      : null,
    one && other && !sameResult(one, other)
      ? part(
          document,
          'Result',
          el(
            document,
            'div',
            { class: 'run-results' },
            shown(document, 'Before', one),
            shown(document, 'After', other),
          ),
        )
      : null,
  );
}
