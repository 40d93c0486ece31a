import './plain.css';
import type { Editor, EditorOptions, LineMark } from './editor.ts';

/** Four spaces, as Python and our exercises indent. */
const INDENT = '    ';

/**
 * The editor of touch screens, and the one that is left when Monaco cannot be loaded: a text area,
 * with everything that a phone's own keyboard, selection and scrolling bring, and the marks of the
 * last run listed under it.
 */
export function createPlain(host: HTMLElement, options: EditorOptions): Editor {
  const area = host.ownerDocument.createElement('textarea');
  area.className = 'plain-editor';
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.autocomplete = 'off';
  area.setAttribute('autocorrect', 'off');
  area.wrap = 'off';
  const notes = host.ownerDocument.createElement('ul');
  notes.className = 'plain-marks';
  host.replaceChildren(area, notes);

  const files = new Map(options.files.map((file) => [file.path, { ...file, caret: 0 }]));
  let marks: readonly (LineMark & { text: string })[] = [];
  let current = '';

  area.addEventListener('input', () => {
    const file = files.get(current);
    if (!file) return;
    file.text = area.value;
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
    const items = marks
      // A line that was changed since the run has another cost by now.
      .filter(({ file, line, text }) => file === current && lineText(file, line) === text)
      .map(({ line, kind, label }) => {
        const item = host.ownerDocument.createElement('li');
        const go = host.ownerDocument.createElement('button');
        go.type = 'button';
        go.className = `line-label line-label-${kind}`;
        go.textContent = `Line ${line}: ${label}`;
        go.addEventListener('click', () => goto({ file: current, line }));
        item.append(go);
        return item;
      });
    notes.replaceChildren(...items);
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
      if (path === current) area.value = text;
      listMarks();
      options.onChange(path, text);
    },
    mark(next) {
      marks = next.map((mark) => ({ ...mark, text: lineText(mark.file, mark.line) }));
      listMarks();
    },
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
