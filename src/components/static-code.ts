import type { Heat, LineMark } from '../editor/editor.ts';
import type { Report } from '../runtime/report.ts';

/** The lines of `Code.astro`, with their numbers. */
function linesOf(code: HTMLElement): { element: HTMLElement; line: number }[] {
  return [...code.querySelectorAll<HTMLElement>('.line')].map((element) => ({
    element,
    line: Number(element.dataset.line),
  }));
}

/** Gives static code the marks of a new run; lines that a finding names are tinted. */
export function paintMarks(code: HTMLElement, marks: readonly LineMark[], report: Report): void {
  const costly = report.findings.flatMap(({ place }) => (place ? [place.line] : []));
  for (const { element, line } of linesOf(code)) {
    const mark = marks.find((candidate) => candidate.line === line);
    set(element, 'note', mark?.label);
    set(element, 'sign', mark?.sign);
    set(element, 'heat', mark?.heat ? String(mark.heat) : undefined);
    element.classList.toggle('line-cost', mark !== undefined && costly.includes(line));
    element.classList.toggle('line-error', mark?.kind === 'error');
  }
}

function set({ dataset }: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
}

/** The marks that static code shows, for the editor that takes its place. */
export function readMarks(code: HTMLElement, file: string): LineMark[] {
  return linesOf(code).flatMap(({ element, line }) => {
    const { note: label, sign, heat } = element.dataset;
    if (!label) return [];
    const mark = { file, line, kind: kindOf(element), label, heat: Number(heat ?? 0) as Heat };
    return [sign ? { ...mark, sign } : mark];
  });
}

function kindOf({ classList }: HTMLElement): LineMark['kind'] {
  if (classList.contains('line-error')) return 'error';
  return classList.contains('line-cost') ? 'cost' : 'query';
}

/** Brings a line into view and frames it. */
export function showLine(code: HTMLElement, number: number): void {
  for (const { element, line } of linesOf(code)) {
    element.classList.toggle('line-shown', line === number);
    if (line === number) element.scrollIntoView({ block: 'nearest' });
  }
}
