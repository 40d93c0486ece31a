/**
 * The entry of the prebuilt light editor (`src/build/editor.ts`): with its neighbors `light-*` the only
 * importer of CodeMirror. It is the editor of touch screens, and of those who ask for it.
 */
import './editor.css';
import './light.css';
import './plain.css';
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { change } from './change.ts';
import type { Appearance, Editor, EditorOptions, LineMark } from './editor.ts';
import type { Problem } from './language.ts';
import { languageSupport } from './light-language.ts';
import { ask, lineMarks, marksOf, putAway, showMarks } from './light-marks.ts';
import { showProblems } from './light-problems.ts';
import { theme } from './light-theme.ts';
import { CODE_FONT, lineHeight } from './metrics.ts';
import { noteList } from './note-list.ts';

interface OpenFile {
  readOnly: boolean;
  state: EditorState;
  scroll: number;
  /** Of the last run; those whose lines have changed are gone from the state, not from here. */
  marks: readonly LineMark[];
  problems: readonly Problem[];
}

export function createLight(host: HTMLElement, options: EditorOptions): Editor {
  const { ownerDocument: document } = host;
  const dressing = new Compartment();
  let dress = dressed(options.appearance);
  let current = '';
  // Text that was set from outside is not typed, but is told all the same.
  const files = new Map<string, OpenFile>();

  const view = new EditorView({ parent: host });
  const notes = noteList(document, (line) => goto({ file: current, line }));
  host.classList.add('light-editor');
  host.append(notes.element);

  function stateOf(path: string, text: string, readOnly: boolean): EditorState {
    const label = `${options.label}: ${path}${readOnly ? ', read-only' : ''}`;
    const extensions: Extension[] = [
      ...BASIC,
      releaseTab(),
      theme,
      lineMarks,
      dressing.of(dress),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-readonly': String(readOnly),
        // What is edited takes the focus anyhow; checkers of pages want it said.
        tabindex: '0',
      }),
      EditorState.readOnly.of(readOnly),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (!docChanged) return;
        const file = files.get(path);
        if (file) file.problems = [];
        options.onChange(path, state.doc.toString());
        tell();
      }),
    ];
    if (path.endsWith('.py')) {
      extensions.push(python());
      if (options.language) extensions.push(languageSupport(options.language, path));
    }
    return EditorState.create({ doc: text, extensions });
  }

  for (const { path, text, readOnly } of options.files) {
    const state = stateOf(path, text, readOnly);
    files.set(path, { readOnly, state, scroll: 0, marks: [], problems: [] });
  }

  function open(path: string): void {
    const file = files.get(path);
    if (!file || path === current) return;
    const previous = files.get(current);
    if (previous) {
      previous.state = view.state;
      previous.scroll = view.scrollDOM.scrollTop;
    }
    current = path;
    view.setState(file.state);
    view.dispatch({ effects: dressing.reconfigure(dress) });
    view.scrollDOM.scrollTop = file.scroll;
    tell();
  }

  /** What is known of lines, in the list under the text. */
  function tell(): void {
    const file = files.get(current);
    if (file) notes.show(marksOf(view), file.problems);
  }

  /** Do something to a file's text, whether it is the one in view or not. */
  function within(path: string, act: (view: EditorView) => void): void {
    const before = current;
    if (path !== before) open(path);
    act(view);
    if (path !== before && before) open(before);
  }

  function goto({ file, line }: { file: string; line: number }): void {
    open(file);
    const { doc } = view.state;
    const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
    view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    view.focus();
  }

  return {
    open,
    goto,
    value: (path) => (path === current ? view : files.get(path))?.state.doc.toString() ?? '',
    replace(path, text) {
      within(path, ({ state }) => {
        const changes = change(state.doc.toString(), text);
        if (changes.from === changes.to && changes.insert === '') return;
        view.dispatch({ changes, userEvent: 'input.replace' });
      });
    },
    mark(marks) {
      for (const [path, file] of files) {
        file.marks = marks.filter(({ file: of }) => of === path);
        within(path, () => {
          showMarks(view, file.marks);
          showProblems(view, file.problems, file.marks);
        });
      }
      tell();
    },
    report(path, problems) {
      const file = files.get(path);
      if (!file) return;
      file.problems = problems;
      within(path, () => showProblems(view, problems, marksOf(view)));
      tell();
    },
    ask() {
      view.focus();
      ask(view);
    },
    dress(appearance) {
      dress = dressed(appearance);
      view.dispatch({ effects: dressing.reconfigure(dress) });
    },
    focus: () => view.focus(),
    dispose() {
      view.destroy();
      host.classList.remove('light-editor');
      host.replaceChildren();
    },
  };
}

const BASIC: readonly Extension[] = [
  lineNumbers(),
  highlightActiveLineGutter(),
  history(),
  drawSelection(),
  indentUnit.of('    '),
  bracketMatching(),
  closeBrackets(),
  highlightSelectionMatches(),
  EditorState.tabSize.of(4),
  // Phones would write capitals and mend words.
  EditorView.contentAttributes.of({
    spellcheck: 'false',
    autocapitalize: 'off',
    autocorrect: 'off',
  }),
];

/** Escape, then Tab, leaves the editor: without it the keyboard could get in but not out. */
function releaseTab(): Extension {
  let leaving = false;
  return [
    EditorView.domEventHandlers({
      keydown({ key }) {
        if (key === 'Escape') leaving = true;
        else if (key !== 'Tab' && key !== 'Shift') leaving = false;
        return false;
      },
      blur() {
        leaving = false;
        return false;
      },
    }),
    keymap.of([
      { key: 'Escape', run: putAway },
      // Ctrl+Enter belongs to the workspace.
      { key: 'Mod-Enter', run: () => true },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      {
        ...indentWithTab,
        run: (view) => !leaving && (indentWithTab.run?.(view) ?? false),
        shift: (view) => !leaving && (indentWithTab.shift?.(view) ?? false),
      },
    ]),
  ];
}

function dressed({ fontSize, wrap }: Appearance = { fontSize: CODE_FONT.fontSize, wrap: false }) {
  // Below 16 px a phone zooms in on focus.
  const size = matchMedia('(pointer: coarse)').matches ? Math.max(16, fontSize) : fontSize;
  return [
    EditorView.theme({
      '.cm-scroller': { fontSize: `${size}px`, lineHeight: `${lineHeight(size)}px` },
    }),
    wrap ? EditorView.lineWrapping : [],
  ];
}
