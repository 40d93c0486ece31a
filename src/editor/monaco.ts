/**
 * The entry of the prebuilt editor (`src/build/editor.ts`): with its neighbors the only importer
 * of Monaco. Pages load it by URL, never by import, so that no bundler pulls it into a page.
 */
import './editor.css';
import './features.ts';
import { editor, type IDisposable, KeyCode, KeyMod, Range } from 'monaco-editor/editor';
import { change } from './change.ts';
import type { Appearance, Editor, EditorOptions } from './editor.ts';
import { followTheme, highlightPython } from './highlight.ts';
import { CODE_FONT, lineHeight } from './metrics.ts';
import { teach } from './monaco-language.ts';
import { type ModelMarks, modelMarks } from './monaco-marks.ts';

interface OpenFile {
  model: editor.ITextModel;
  readOnly: boolean;
  view: editor.ICodeEditorViewState | null;
  marks: ModelMarks;
}

export { colorPython, highlightSql } from './colors.ts';

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
    const file: OpenFile = { model, readOnly, view: null, marks: modelMarks(model) };
    files.set(path, file);
    disposables.push(
      model,
      model.onDidChangeContent(() => {
        file.marks.changed();
        options.onChange(path, model.getValue());
      }),
    );
    if (options.language && path.endsWith('.py')) {
      disposables.push(teach(model, options.language, path));
    }
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
    // Three for the number, and room for the count of queries beside it.
    lineNumbersMinChars: 6,
    minimap: { enabled: false },
    hideCursorInOverviewRuler: true,
    hover: { delay: 350 },
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    // The dimmed number of a last, empty line fails the contrast that we promise.
    renderFinalNewline: 'on',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
    tabSize: 4,
    // The widget would sit over the toolbar of a short pane.
    suggest: { showStatusBar: false },
    wordBasedSuggestions: 'off',
    ...dressing(options.appearance),
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

  return {
    open,
    mark(marks) {
      for (const [path, { marks: own }] of files) {
        own.mark(marks.filter(({ file }) => file === path));
      }
    },
    report: (path, problems) => files.get(path)?.marks.report(problems),
    ask() {
      code.focus();
      code.trigger('workspace', 'editor.action.showHover', { focus: 'noAutoFocus' });
    },
    dress: (appearance) => code.updateOptions(dressing(appearance)),
    value: (path) => files.get(path)?.model.getValue() ?? '',
    replace(path, text) {
      const model = files.get(path)?.model;
      if (!model || model.getValue() === text) return;
      const { from, to, insert } = change(model.getValue(), text);
      const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)];
      const range = Range.fromPositions(start, end);
      model.pushStackElement();
      model.pushEditOperations([], [{ range, text: insert }], () => null);
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

function dressing({ fontSize, wrap }: Appearance = { fontSize: CODE_FONT.fontSize, wrap: false }) {
  return {
    fontSize,
    lineHeight: lineHeight(fontSize),
    wordWrap: wrap ? 'on' : 'off',
    wrappingIndent: 'deepIndent',
  } as const;
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
