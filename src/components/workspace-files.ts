import type { Appearance, CreateEditor, Editor, LineMark, SourceFile } from '../editor/editor.ts';
import type { Language, Problem } from '../editor/language.ts';
import { el, svg } from '../evidence/el.ts';
import { part } from './workspace-data.ts';

/** The file tabs and the editor under them; the static blocks of the build until it has loaded. */
export interface FilesView {
  /** Put the editor in the static blocks' place, or in that of another editor. */
  mount(create: CreateEditor): void;
  /** The file in view. */
  current(): SourceFile;
  /** All that can be shown, those of the tabs first. */
  paths(): readonly string[];
  /** Turn to a neighbor of the tab in view. */
  turn(step: 1 | -1): void;
  report(path: string, problems: readonly Problem[]): void;
  /** Show what is known about the line of the caret. */
  ask(): void;
  dress(appearance: Appearance): void;
  show(path: string): void;
  goto(place: { file: string; line: number }): void;
  replace(path: string, text: string): void;
  mark(marks: readonly LineMark[]): void;
  focus(): void;
}

/** A padlock, 12 by 12. */
export const LOCK = 'M3.5 5.5V4a2.5 2.5 0 0 1 5 0v1.5M2.5 5.5h7v5h-7z';

/** What stands in the editor's place for some files. */
export interface Cover {
  /** Shows what it has of this file, or makes way; true when it has something. */
  show(path: string): boolean;
  /** Brings a line of the file that it shows into view. */
  goto(line: number): void;
}

export interface FilesOptions {
  /** The tabs' files, the current text of each. */
  tabs: readonly SourceFile[];
  /** Files of the project, shown in a tab of their own when asked for. */
  others: readonly SourceFile[];
  cover: Cover | null;
  onChange: (path: string, text: string) => void;
  /** How code is set when an editor comes. */
  appearance: () => Appearance;
  language?: Language | undefined;
}

export function createFiles(root: HTMLElement, options: FilesOptions): FilesView {
  const host = part(root, '[data-part=editor]', HTMLElement);
  const blocks = part(root, '[data-part=static]', HTMLElement);
  const list = part(root, '[data-part=files]', HTMLElement);
  const more = part(root, '[data-part=more]', HTMLSelectElement);
  const texts = new Map([...options.tabs, ...options.others].map((file) => [file.path, file]));
  let editor: Editor | null = null;
  let marks: readonly (LineMark & { text: string })[] = [];
  let current = options.tabs[0]?.path ?? '';
  let covered = false;

  const tabs = () => [...list.querySelectorAll<HTMLElement>('[role=tab]')];

  function show(path: string): void {
    if (!texts.has(path)) return;
    if (!tabs().some((tab) => tab.dataset.path === path)) list.append(otherTab(path));
    current = path;
    for (const tab of tabs()) {
      const chosen = tab.dataset.path === path;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) {
        host.parentElement?.setAttribute('aria-labelledby', tab.id);
        tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    }
    covered = options.cover?.show(path) ?? false;
    host.inert = covered;
    blocks.inert = covered;
    if (editor) editor.open(path);
    else showBlock(path);
  }

  function showBlock(path: string): void {
    for (const block of blocks.querySelectorAll<HTMLElement>('[data-path]')) {
      block.hidden = block.dataset.path !== path;
    }
  }

  function otherTab(path: string): HTMLElement {
    const first = tabs()[0];
    const tab = first?.cloneNode() as HTMLElement;
    tab.dataset.path = path;
    tab.id = `file-${tabs().length}`;
    tab.replaceChildren(path, ' ', readOnlyNote(root.ownerDocument));
    return tab;
  }

  if (options.cover) show(current);
  list.addEventListener('click', (event) => {
    const tab = event.target instanceof Element ? event.target.closest('[role=tab]') : null;
    if (tab instanceof HTMLElement) show(tab.dataset.path ?? '');
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) turn(step)?.focus();
  });

  function turn(step: number): HTMLElement | undefined {
    const all = tabs();
    const next = all.at((all.findIndex((tab) => tab.tabIndex === 0) + step) % all.length);
    if (next) show(next.dataset.path ?? '');
    return next;
  }

  function lineText(path: string, line: number): string {
    return texts.get(path)?.text.split('\n')[line - 1] ?? '';
  }
  more.addEventListener('change', () => {
    show(more.value);
    more.value = '';
    editor?.focus();
  });

  return {
    mount(create) {
      const files = [...texts.values()];
      const focused = host.contains(root.ownerDocument.activeElement);
      editor?.dispose();
      editor = create(host, {
        files,
        label: 'Editor',
        onChange: changed,
        appearance: options.appearance(),
        language: options.language,
      });
      editor.open(current);
      // What was said of a line holds until the line is changed.
      editor.mark(marks.filter(({ file, line, text }) => lineText(file, line) === text));
      host.hidden = false;
      blocks.remove();
      if (focused) editor.focus();
    },
    current: () => texts.get(current) ?? { path: current, text: '', readOnly: true },
    paths: () => [...texts.keys()],
    turn,
    report: (path, problems) => editor?.report(path, problems),
    ask: () => editor?.ask(),
    dress: (appearance) => editor?.dress(appearance),
    show,
    goto({ file, line }) {
      show(file);
      if (covered) options.cover?.goto(line);
      else editor?.goto({ file, line });
    },
    replace(path, text) {
      const file = texts.get(path);
      if (!file || file.text === text) return;
      texts.set(path, { ...file, text });
      if (editor) editor.replace(path, text);
      else rewrite(blocks, path, text);
    },
    mark(next) {
      marks = next.map((mark) => ({ ...mark, text: lineText(mark.file, mark.line) }));
      editor?.mark(next);
    },
    focus: () => editor?.focus(),
  };

  function changed(path: string, text: string): void {
    const file = texts.get(path);
    if (file) texts.set(path, { ...file, text });
    options.onChange(path, text);
  }
}

/** Without its colors and marks: they were made for another text. */
function rewrite(blocks: HTMLElement, path: string, text: string): void {
  const block = [...blocks.querySelectorAll<HTMLElement>('[data-path]')].find(
    ({ dataset }) => dataset.path === path,
  );
  const lines = text.split('\n').map((line, index) => {
    const element = blocks.ownerDocument.createElement('span');
    element.className = 'line';
    element.dataset.line = String(index + 1);
    element.textContent = line;
    return element;
  });
  block?.querySelector('code')?.replaceChildren(...lines);
}

/** The same lock as the page's own tabs have. */
function readOnlyNote(document: Document): HTMLElement {
  return el(
    document,
    'span',
    { class: 'read-only', role: 'img', 'aria-label': 'read-only', title: 'Read-only' },
    svg(
      document,
      'svg',
      { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
      svg(document, 'path', { d: LOCK }),
    ),
  );
}
