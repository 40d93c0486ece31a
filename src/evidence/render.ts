import type { Report } from '../runtime/report.ts';
import { scoreOf } from '../runtime/score.ts';
import { figure } from './amounts.ts';
import { type BarcodeOptions, barcode } from './barcode.ts';
import { checksList } from './checks.ts';
import { el } from './el.ts';
import { errorBlock } from './error.ts';
import { exhibitTabs } from './exhibits.ts';
import { findingsList } from './findings.ts';
import { logView } from './log-view.ts';
import { outputBlock } from './output.ts';
import { type Palette, paletteOf } from './palette.ts';
import { queriesBlock } from './queries.ts';
import { scoreBar } from './score.ts';
import type { Highlight } from './sql.ts';
import { type Tab, tabs } from './tabs.ts';
import { timelineBlock } from './timeline.ts';
import { verdictLine, verdictOf } from './verdict.ts';

export interface ReportOptions extends BarcodeOptions {
  /** Unique in the page; ids of tabs begin with it. */
  id: string;
  /** True for a result of the build; false for one of the reader's browser. */
  recorded?: boolean;
  /** Colors SQL: at once in a recorded report, as statements are opened in a live one. */
  highlight?: Highlight;
  /** The tab that a run opens with; what there is decides when nobody does. */
  show?: 'queries' | 'output' | null;
}

function tabList(document: Document, report: Report, options: ReportOptions): Tab[] {
  const entry = options.entry ?? null;
  const palette = options.palette ?? paletteOf(report);
  const highlight = options.highlight ?? null;
  const output = { key: 'output', label: 'Output', panel: outputBlock(document, report) };
  const queries = {
    key: 'queries',
    label: `Queries (${figure(report.query_count)})`,
    panel: queriesBlock(document, report, {
      id: options.id,
      entry,
      palette,
      highlight,
      eager: options.recorded ?? false,
    }),
  };
  const list = [
    ...(hasSpoken(report) ? [output] : []),
    ...(hasAsked(report) ? [queries] : []),
    ...timelineTab(document, report, options.id, palette),
    ...(report.logs.length > 0
      ? [
          {
            key: 'logs',
            label: `Logs (${figure(report.logs.length)})`,
            panel: logView(document, report.logs, entry),
          },
        ]
      : []),
    ...exhibitTabs(document, report.exhibits, {
      entry,
      highlight,
      eager: options.recorded ?? false,
    }),
  ];
  if (report.checks.length === 0) return list;
  const passed = report.checks.filter((check) => check.status === 'passed').length;
  const label = `Checks (${passed} of ${report.checks.length})`;
  return [{ key: 'checks', label, panel: checksList(document, report.checks, entry) }, ...list];
}

/** Many gradings judge what neither prints nor asks: then nobody needs an empty place for it. */
function hasSpoken({ kind, output, value }: Report): boolean {
  return kind === 'run' || output.length > 0 || value !== null;
}

function hasAsked({ kind, query_count }: Report): boolean {
  return kind === 'run' || query_count > 0;
}

/** A grading asks at several sizes of data, each in a Python of its own: there is no one axis. */
function timelineTab(document: Document, report: Report, id: string, palette: Palette): Tab[] {
  if (report.kind !== 'run' || report.queries.length === 0) return [];
  const panel = timelineBlock(document, report, id, palette);
  return [{ key: 'timeline', label: 'Timeline', panel }];
}

function firstTab(report: Report, { show }: ReportOptions): string {
  if (report.checks.length > 0) return 'checks';
  if (show) return show;
  const silent = report.output.length === 0 && report.value === null;
  return silent && report.query_count > 0 ? 'queries' : 'output';
}

/**
 * A report as a panel: the verdict first, then the error, the barcode, the findings, and tabs.
 * The same function renders live results in the browser and recorded ones while the site is built;
 * `attach` of `behavior.ts` brings it to life. All of its text is set as text, never as markup.
 */
export function renderReport(
  document: Document,
  report: Report,
  options: ReportOptions,
): HTMLElement {
  const entry = options.entry ?? null;
  return el(
    document,
    'div',
    { class: 'evidence', 'data-recorded': options.recorded ?? false },
    el(
      document,
      'div',
      { class: 'headline' },
      verdictLine(document, verdictOf(report, entry)),
      el(
        document,
        'p',
        { class: 'provenance' },
        options.recorded ? 'Recorded when this page was built' : 'Ran just now, in your browser',
      ),
    ),
    scoreOf(report.checks) ? scoreBar(document, report.checks) : null,
    report.error ? errorBlock(document, report.error, entry) : null,
    hasAsked(report) ? barcode(document, report, options) : null,
    findingsList(document, report.findings, entry),
    tabs(document, options.id, tabList(document, report, options), firstTab(report, options)),
  );
}
