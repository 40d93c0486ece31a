import { parseHTML } from 'linkedom';
import { type BarcodeOptions, barcodeImage } from '../evidence/barcode.ts';
import { type ReportOptions, renderReport } from '../evidence/render.ts';
import type { Report } from '../runtime/report.ts';
import { tokensOf } from './highlight.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** A recorded report as HTML, by the renderer that shows live ones. */
export function reportHtml(report: Report, options: ReportOptions): string {
  const highlight = (sql: string) => tokensOf(sql, 'sql');
  return renderReport(document, report, { recorded: true, highlight, ...options }).outerHTML;
}

/** The bare strip, as an image with a name. */
export function barcodeImageHtml(report: Report, options: BarcodeOptions): string {
  return barcodeImage(document, report, options).outerHTML;
}
