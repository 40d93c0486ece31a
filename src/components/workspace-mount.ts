import { computed } from 'nanostores';
import { dataTool } from '../data/tool.ts';
import type { Language, Linter } from '../editor/language.ts';
import { type LoadedEditor, loadEditor } from '../editor/load.ts';
import type { Runtime } from '../runtime/state.ts';
import { type Buffers, bufferKey, openBuffers } from '../stores/buffers.ts';
import { openHistory } from '../stores/history.ts';
import { openProgress } from '../stores/progress.ts';
import { openSettings } from '../stores/settings.ts';
import { type Keeper, keeper } from '../stores/storage.ts';
import { visit } from '../stores/visits.ts';
import { connectActions } from './workspace-actions.ts';
import { connectAnswers } from './workspace-answers.ts';
import { connectAttainment } from './workspace-attainment.ts';
import { connectCompare } from './workspace-compare.ts';
import { part, readData } from './workspace-data.ts';
import { dataSource } from './workspace-data-source.ts';
import { connectDesk } from './workspace-desk.ts';
import { appearanceOf, followSettings } from './workspace-editor.ts';
import { createFiles, type FilesView } from './workspace-files.ts';
import { connectHints } from './workspace-hints.ts';
import { connectHistory } from './workspace-history.ts';
import { workspaceLanguage } from './workspace-language.ts';
import { connectNotices } from './workspace-notices.ts';
import { movePanes } from './workspace-panes.ts';
import { connectResult } from './workspace-result.ts';
import { connectRuns } from './workspace-runs.ts';
import { createSession, type Session } from './workspace-session.ts';
import { connectSizes } from './workspace-sizes.ts';
import { otherFiles, tabFiles } from './workspace-tabs.ts';
import { createViews } from './workspace-views.ts';

/** What the workspace gets from outside, so that tests can bring their own. */
export interface WorkspaceParts {
  runtime: Runtime;
  keep?: Keeper;
  load?: typeof loadEditor;
  /** Completes and explains code; without it the editors only edit. */
  language?: Language | undefined;
  /** Finds problems and formats; Ruff when absent. */
  linter?: Linter | undefined;
}

/** Bring the page of an exercise to life. */
export function mountWorkspace(root: HTMLElement, parts: WorkspaceParts): void {
  const { runtime, keep = keeper(() => localStorage), load = loadEditor } = parts;
  const document = root.ownerDocument;
  const { exercise, recorded, editor } = readData(document);
  const { slug, version, starter, form, editable } = exercise;
  const texts = Object.fromEntries(editable.map((path) => [path, starter[path] ?? '']));
  const history = openHistory(slug, texts);
  const buffers = openBuffers({ slug, version, files: texts }, keep, (files, kind) => {
    void history.note(files, { kind });
  });
  const progress = openProgress(slug, keep);
  const settings = openSettings(keep);
  const $mayRun = computed(
    progress.$attainment,
    ({ attempts }) => exercise.entry !== null && (form.kind !== 'predict' || attempts > 0),
  );
  const currentFiles = () => buffers.$buffers.get().files;
  const session = createSession({
    exercise,
    recorded,
    runtime,
    files: currentFiles,
    mayRun: () => $mayRun.get(),
    graded: progress.attempted,
  });

  const tabs = tabFiles(exercise);
  const cover = connectAnswers(root, {
    form,
    buffers,
    $mayRun,
    show(path, line) {
      if (line) {
        files.goto({ file: path, line });
        return;
      }
      files.show(path);
      files.focus();
    },
  });
  const files = createFiles(root, {
    tabs,
    others: otherFiles(exercise),
    cover,
    onChange: buffers.edit,
    appearance: () => appearanceOf(settings.$settings.get()),
    language: parts.language ?? workspaceLanguage(exercise, runtime, currentFiles),
  });
  buffers.$buffers.subscribe((state) => {
    for (const [path, text] of Object.entries(state.files)) files.replace(path, text);
  });

  const data = dataSource(exercise, { runtime, session, files: currentFiles });
  const views = createViews(root);
  movePanes(root, keep);
  connectActions(root, session, buffers, $mayRun);
  connectHints(root, progress);
  connectNotices(root, buffers, keep, history);
  connectAttainment(root, progress);
  const { linter } = parts;
  const assets = editor;
  connectDesk(root, { session, $mayRun, files, views, buffers, settings, assets, linter });
  const choice = () => settings.$settings.get().editor;
  const loaded = editorOnInterest(root, () => load(editor, choice()), files);
  followSettings(settings, files, (chosen) => load(editor, chosen));
  const color = (text: string) => loaded.then(({ colorPython }) => colorPython(text));
  const highlight = (sql: string) => loaded.then(({ highlightSql }) => highlightSql(sql));
  const runs = { document, session, buffers, starter: texts, recorded, color, highlight };
  connectResult(root, {
    session,
    runtime,
    files,
    views,
    shown: tabs.map(({ path }) => path),
    show: exercise.show,
    tools: [
      dataTool(document, data),
      ...(form.kind === 'code' ? [connectRuns(runs)] : []),
      ...connectSizes({ document, exercise, runtime, session, buffers, progress }),
    ],
    highlight,
    untouched: editable.every((path) => currentFiles()[path] === starter[path]),
  });
  connectCompare(root, {
    exercise,
    progress,
    files: currentFiles,
    color,
  });
  connectHistory(root, {
    exercise,
    progress,
    buffers,
    history,
    session,
    color,
    focusEditor: files.focus,
  });
  saveOnLeaving(document, buffers.flush);
  followOtherTabs(document, buffers);
  window.addEventListener('storage', ({ key }) => {
    if (key === bufferKey(slug)) buffers.refresh();
  });
  visit(() => localStorage, { path: `exercises/${slug}/`, title: exercise.title, lesson: null });
  begin(root, session);
}

/** Monaco after the page's own work is done, or as soon as the learner turns to the code. */
function editorOnInterest(
  root: HTMLElement,
  load: () => Promise<LoadedEditor>,
  files: FilesView,
): Promise<LoadedEditor> {
  const code = part(root, '[data-part=code]', HTMLElement);
  const { promise: interest, resolve } = Promise.withResolvers<void>();
  for (const type of ['pointerenter', 'pointerdown', 'focusin']) {
    code.addEventListener(type, () => resolve(), { once: true });
  }
  if (document.readyState === 'complete') resolve();
  else window.addEventListener('load', () => resolve(), { once: true });
  const loaded = interest.then(load);
  loaded.then(({ create }) => files.mount(create));
  return loaded;
}

function saveOnLeaving(document: Document, flush: () => void): void {
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
}

/** A page that comes back from sleep was told nothing of what other tabs saved meanwhile. */
function followOtherTabs(document: Document, { refresh }: Buffers): void {
  window.addEventListener('pageshow', ({ persisted }) => persisted && refresh());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refresh();
  });
}

/** An open workspace is interest enough to load Python, unless the reader saves data. */
function begin(root: HTMLElement, session: Session): void {
  const offer = part(root, '[data-part=start]', HTMLElement);
  if (!savesData()) {
    session.open();
    return;
  }
  offer.hidden = false;
  const accept = () => {
    offer.hidden = true;
    session.open();
  };
  part(offer, 'button', HTMLButtonElement).addEventListener('click', accept);
  // Run and Check load it too.
  session.$activity.listen(() => {
    offer.hidden = true;
  });
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
