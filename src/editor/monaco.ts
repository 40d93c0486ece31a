/**
 * The entry of the prebuilt editor (`src/build/editor.ts`): with its neighbors the only importer
 * of Monaco. Pages load it by URL, never by import, so that no bundler pulls it into a page.
 */
import './editor.css';
import './features.ts';
import { editor, type IDisposable, KeyCode, KeyMod } from 'monaco-editor/editor';
import type { Editor, EditorOptions, LineMark } from './editor.ts';
import { followTheme, highlightPython } from './highlight.ts';
import { decorations, outdated, type PlacedMark } from './marks.ts';
import { CODE_FONT } from './metrics.ts';

interface OpenFile {
  model: editor.ITextModel;
  readOnly: boolean;
  view: editor.ICodeEditorViewState | null;
  marks: readonly PlacedMark[];
}

export { colorPython, highlightSql } from './highlight.ts';

/**
 * Static code knows no rainbow brackets, and the colors must agree. Monaco reads this one by its
 * dotted name only, which its types do not know.
 */
const PLAIN_BRACKETS = { 'bracketPairColorization.enabled': false };

let prepared = false;

/** Once a page: the worker's address and the colors. */
function prepare(worker: string): void {
  if (prepared) return;
  prepared = true;
  self.MonacoEnvironment = { getWorker: () => new Worker(worker, { name: 'editor' }) };
  highlightPython();
}

export function createMonaco(host: HTMLElement, worker: string, options: EditorOptions): Editor {
  prepare(worker);
  const disposables: IDisposable[] = [];
  const files = new Map<string, OpenFile>();
  for (const { path, text, readOnly } of options.files) {
    const model = editor.createModel(text, 'python');
    const file: OpenFile = { model, readOnly, view: null, marks: [] };
    files.set(path, file);
    disposables.push(
      model,
      model.onDidChangeContent(() => {
        dropOutdated(file);
        options.onChange(path, model.getValue());
      }),
    );
  }

  const code = editor.create(host, {
    ...CODE_FONT,
    ...PLAIN_BRACKETS,
    model: null,
    automaticLayout: true,
    ariaLabel: options.label,
    contextmenu: false,
    fixedOverflowWidgets: true,
    glyphMargin: true,
    folding: false,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    // The dimmed number of a last, empty line fails the contrast that we promise.
    renderFinalNewline: 'on',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
    tabSize: 4,
    wordBasedSuggestions: 'off',
  });
  disposables.push(code);
  // Ctrl+Enter belongs to the workspace: without this rule Monaco inserts a line below.
  for (const keybinding of [
    KeyMod.CtrlCmd | KeyCode.Enter,
    KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter,
  ]) {
    editor.addKeybindingRule({ keybinding, command: null });
  }
  const stopFollowing = followTheme();
  disposables.push(...releaseTab(code));
  let current: OpenFile | undefined;

  function open(path: string): void {
    const file = files.get(path);
    if (!file || file === current) return;
    if (current) current.view = code.saveViewState();
    current = file;
    code.setModel(file.model);
    code.updateOptions({
      readOnly: file.readOnly,
      ariaLabel: `${options.label}: ${path}${file.readOnly ? ', read-only' : ''}`,
    });
    if (file.view) code.restoreViewState(file.view);
  }

  function mark(marks: readonly LineMark[]): void {
    for (const [path, file] of files) {
      const own = marks.filter((each) => each.file === path);
      const placed = decorations(file.model, own);
      const ids = file.model.deltaDecorations(idsOf(file.marks), placed);
      file.marks = placed.map(({ range }, index) => ({
        id: ids[index] ?? '',
        text: file.model.getLineContent(range.startLineNumber),
      }));
    }
  }

  return {
    open,
    mark,
    value: (path) => files.get(path)?.model.getValue() ?? '',
    replace(path, text) {
      const model = files.get(path)?.model;
      if (!model || model.getValue() === text) return;
      model.pushStackElement();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
    },
    goto({ file, line }) {
      open(file);
      code.setPosition({ lineNumber: line, column: 1 });
      code.revealLineInCenterIfOutsideViewport(line);
      code.focus();
    },
    focus: () => code.focus(),
    dispose() {
      stopFollowing();
      for (const each of disposables) each.dispose();
    },
  };
}

function idsOf(marks: readonly PlacedMark[]): string[] {
  return marks.map(({ id }) => id);
}

/** What a run said about a line holds until that line is changed. */
function dropOutdated(file: OpenFile): void {
  const gone = outdated(file.model, file.marks);
  if (gone.length === 0) return;
  file.model.deltaDecorations(idsOf(gone), []);
  file.marks = file.marks.filter((mark) => !gone.includes(mark));
}

/** Escape, then Tab, leaves the editor: without it the keyboard could get in but not out. */
function releaseTab(code: editor.IStandaloneCodeEditor): IDisposable[] {
  const release = (tabFocusMode: boolean) => code.updateOptions({ tabFocusMode });
  return [
    code.onKeyDown(({ keyCode }) => {
      if (keyCode === KeyCode.Escape) release(true);
      else if (keyCode !== KeyCode.Tab && keyCode !== KeyCode.Shift) release(false);
    }),
    code.onDidBlurEditorText(() => release(false)),
  ];
}
