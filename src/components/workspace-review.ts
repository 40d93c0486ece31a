import type { Mark } from '../answers/toml.ts';
import { figure } from '../evidence/amounts.ts';
import { el } from '../evidence/el.ts';
import { counted } from '../evidence/words.ts';
import type { Form } from '../runtime/exercise.ts';
import { part } from './workspace-data.ts';
import type { Cover } from './workspace-files.ts';

type ReviewForm = Extract<Form, { kind: 'review' }>;

export interface Review extends Cover {
  draw(marks: readonly Mark[]): void;
}

export interface ReviewParts {
  form: ReviewForm;
  /** The learner changed their marks. */
  changed: (marks: readonly Mark[]) => void;
  /** Bring a line into view. */
  goto: (place: { file: string; line: number }) => void;
}

/** The lines that can be marked, and the list of the marks. What it shows is what was drawn last. */
export function createReview(root: HTMLElement, { form, changed, goto }: ReviewParts): Review {
  const { ownerDocument: document } = root;
  const cover = part(root, '[data-part=review]', HTMLElement);
  const list = part(root, '[data-part=marks]', HTMLElement);
  const left = part(root, '[data-part=answers-left]', HTMLElement);
  const blocks = [...cover.querySelectorAll<HTMLElement>('[data-review]')];
  let marks: readonly Mark[] = [];

  const fileOf = (inside: Element) =>
    inside.closest<HTMLElement>('[data-review]')?.dataset.review ?? '';
  const lineOf = (inside: Element) =>
    Number(inside.closest<HTMLElement>('[data-line]')?.dataset.line);
  const isAt = (mark: Mark, file: string, line: number) => mark.file === file && mark.line === line;

  const rowOf = (file: string, line: number) =>
    [...cover.querySelectorAll<HTMLElement>(`[data-line="${line}"]`)].find(
      (row) => fileOf(row) === file,
    );

  function toggle(file: string, line: number): void {
    const rest = marks.filter((mark) => !isAt(mark, file, line));
    if (rest.length < marks.length) {
      changed(rest);
      return;
    }
    changed([...marks, { file, line, reason: '' }]);
    // The reason is asked for under the line, which may be the last in sight.
    rowOf(file, line)?.querySelector('select')?.scrollIntoView({ block: 'nearest' });
  }

  cover.addEventListener('click', (event) => {
    const line = event.target instanceof Element && event.target.closest('.review-line');
    if (line) toggle(fileOf(line), lineOf(line));
  });
  cover.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('.review-line')) rove(target);
  });
  cover.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement && event.target.matches('.review-line'))) return;
    const next = destination(linesAround(event.target), event.target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  cover.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const [file, line] = [fileOf(target), lineOf(target)];
    changed(
      marks.map((mark) => (isAt(mark, file, line) ? { ...mark, reason: target.value } : mark)),
    );
  });

  function reasonRow({ file, line, reason }: Mark): HTMLElement {
    const options = [{ id: '', text: 'Choose a reason' }, ...form.reasons].map(({ id, text }) =>
      el(document, 'option', { value: id, selected: id === reason }, text),
    );
    const name = `Why line ${line} of ${file} is wrong`;
    return el(
      document,
      'div',
      { class: 'review-reason' },
      el(document, 'select', { 'aria-label': name }, ...options),
    );
  }

  function drawRow(row: HTMLElement, mark: Mark | undefined): void {
    row.querySelector('.review-line')?.setAttribute('aria-pressed', String(mark !== undefined));
    row.classList.toggle('review-marked', mark !== undefined);
    const select = row.querySelector('select');
    if (!mark) select?.parentElement?.remove();
    else if (!select) row.append(reasonRow(mark));
    else if (select.value !== mark.reason) select.value = mark.reason;
  }

  function item(mark: Mark): HTMLElement {
    const name = `${mark.file}, line ${figure(mark.line)}`;
    const why = form.reasons.find(({ id }) => id === mark.reason)?.text;
    const go = el(document, 'button', { type: 'button', class: 'place' }, name);
    const remove = el(
      document,
      'button',
      { type: 'button', class: 'notice-action' },
      'Remove',
      el(document, 'span', { class: 'sr-only' }, ` the mark of ${name}`),
    );
    go.addEventListener('click', () => goto(mark));
    remove.addEventListener('click', () => {
      changed(marks.filter((other) => !isAt(other, mark.file, mark.line)));
      // The button is gone with its mark.
      (
        list.querySelector('button') ?? root.querySelector<HTMLElement>('[data-action=as-text]')
      )?.focus();
    });
    const words = why ?? 'No reason yet';
    return el(
      document,
      'li',
      {},
      go,
      el(document, 'span', { class: why ? null : 'marks-open' }, words),
      remove,
    );
  }

  return {
    show(path) {
      for (const block of blocks) block.hidden = block.dataset.review !== path;
      cover.hidden = blocks.every((block) => block.hidden);
      return !cover.hidden;
    },
    goto(line) {
      const block = blocks.find((each) => !each.hidden);
      block?.querySelector<HTMLElement>(`[data-line="${line}"] .review-line`)?.focus();
    },
    draw(next) {
      marks = next;
      for (const row of cover.querySelectorAll<HTMLElement>('.review-row')) {
        const [file, line] = [fileOf(row), lineOf(row)];
        drawRow(
          row,
          marks.find((mark) => isAt(mark, file, line)),
        );
      }
      list.replaceChildren(...marks.map(item));
      const open = marks.filter(({ reason }) => reason === '').length;
      const words = [
        `${counted(marks.length, 'line')} marked`,
        ...(open > 0 ? [`${figure(open)} without a reason`] : []),
      ].join(', ');
      const none = 'Mark each line that is wrong, then say why.';
      const text = marks.length === 0 ? none : `${words}.`;
      if (left.textContent?.trim() !== text) left.textContent = text;
    },
  };
}

function linesAround(line: HTMLElement): HTMLElement[] {
  return [...(line.closest('[data-review]')?.querySelectorAll<HTMLElement>('.review-line') ?? [])];
}

/** One line of each file is reached by Tab: the one that had the focus last. */
function rove(line: HTMLElement): void {
  for (const each of linesAround(line)) each.tabIndex = each === line ? 0 : -1;
}

function destination(
  lines: readonly HTMLElement[],
  current: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const index = lines.indexOf(current);
  const last = lines.length - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(0, index - 1),
    ArrowDown: Math.min(last, index + 1),
    PageUp: Math.max(0, index - 10),
    PageDown: Math.min(last, index + 10),
    Home: 0,
    End: last,
  };
  return lines[to[key] ?? -1];
}
