import './plain.css';
import type { Appearance, Editor, EditorOptions, LineMark } from './editor.ts';
import type { Problem } from './language.ts';
import { lineHeight } from './metrics.ts';
import { noteList } from './note-list.ts';

/** Four spaces, as Python and our exercises indent. */
const INDENT = '    ';

/**
 * The editor that is left when no other can be loaded: a text area, with everything that a phone's
 * own keyboard, selection and scrolling bring, and the marks of the last run listed under it.
 */
export function createPlain(host: HTMLElement, options: EditorOptions): Editor {
  const area = host.ownerDocument.createElement('textarea');
  area.className = 'plain-editor';
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.autocomplete = 'off';
  area.setAttribute('autocorrect', 'off');
  area.wrap = 'off';
  const notes = noteList(host.ownerDocument, (line) => goto({ file: current, line }));
  host.replaceChildren(area, notes.element);
  if (options.appearance) dress(options.appearance);

  const files = new Map(options.files.map((file) => [file.path, { ...file, caret: 0 }]));
  let marks: readonly (LineMark & { text: string })[] = [];
  const problems = new Map<string, readonly Problem[]>();
  let current = '';

  area.addEventListener('input', () => {
    const file = files.get(current);
    if (!file) return;
    file.text = area.value;
    problems.delete(current);
    options.onChange(current, area.value);
    listMarks();
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    const indent = indentAfter(area.value.slice(0, area.selectionStart));
    if (!indent) return;
    event.preventDefault();
    // The only way to type into a text area that keeps its undo history.
    area.ownerDocument.execCommand('insertText', false, `\n${indent}`);
  });

  function open(path: string): void {
    const file = files.get(path);
    if (!file || path === current) return;
    const previous = files.get(current);
    if (previous) previous.caret = area.selectionStart;
    current = path;
    area.value = file.text;
    area.readOnly = file.readOnly;
    area.setAttribute(
      'aria-label',
      `${options.label}: ${path}${file.readOnly ? ', read-only' : ''}`,
    );
    area.setSelectionRange(file.caret, file.caret);
    listMarks();
  }

  function listMarks(): void {
    // A line that was changed since the run has another cost by now.
    const valid = marks.filter(
      ({ file, line, text }) => file === current && lineText(file, line) === text,
    );
    notes.show(valid, problems.get(current) ?? []);
  }

  function dress({ fontSize, wrap }: Appearance): void {
    // Below 16 px a phone zooms in on focus.
    const size = Math.max(16, fontSize);
    area.style.fontSize = `${size}px`;
    area.style.lineHeight = `${lineHeight(size)}px`;
    area.wrap = wrap ? 'soft' : 'off';
  }

  function lineText(path: string, line: number): string {
    return files.get(path)?.text.split('\n')[line - 1] ?? '';
  }

  function goto({ file, line }: { file: string; line: number }): void {
    open(file);
    const lines = area.value.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    const height = Number.parseFloat(getComputedStyle(area).lineHeight) || 0;
    area.scrollTop = Math.max(0, (line - 3) * height);
  }

  return {
    open,
    goto,
    value: (path) => files.get(path)?.text ?? '',
    replace(path, text) {
      const file = files.get(path);
      if (!file || file.text === text) return;
      file.text = text;
      file.caret = 0;
      problems.delete(path);
      if (path === current) area.value = text;
      listMarks();
      options.onChange(path, text);
    },
    mark(next) {
      marks = next.map((mark) => ({ ...mark, text: lineText(mark.file, mark.line) }));
      listMarks();
    },
    report(path, found) {
      problems.set(path, found);
      listMarks();
    },
    // The list under the text says what there is.
    ask: () => notes.element.querySelector('button')?.focus(),
    dress,
    focus: () => area.focus(),
    dispose: () => host.replaceChildren(),
  };
}

/** The white space that a new line begins with: the last line's, one step more after a colon. */
export function indentAfter(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return /:\s*(#.*)?$/.test(line) ? indent + INDENT : indent;
}
