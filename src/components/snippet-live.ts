import type { Editor, EditorAssets } from '../editor/editor.ts';
import type { LoadedEditor } from '../editor/load.ts';
import { mountPanel } from '../evidence/mount.ts';
import { renderFailure } from '../evidence/outcome.ts';
import type { Highlight } from '../evidence/sql.ts';
import type { Opening, Project, Seed } from '../runtime/protocol.ts';
import type { Outcome, PlatformError, Runtime } from '../runtime/state.ts';
import { lineMarks } from './workspace-marks.ts';

/** A snippet with its behavior. */
export interface LiveSnippet {
  /** Begin to load Python and open the project. */
  warm(): void;
}

/** What `Snippet.astro` hands over. */
interface SnippetData {
  file: string;
  id: string;
  seed: Seed;
  /** Address of the project's files. */
  project: string;
  editor: EditorAssets;
}

const RUN_SECONDS = 10;

function part<T extends HTMLElement>(root: HTMLElement, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`A snippet has no ${selector}.`);
  return found;
}

async function fetchProject(address: string): Promise<Project> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Project;
}

function notLoaded(error: unknown): PlatformError {
  return {
    code: navigator.onLine ? 'download' : 'offline',
    what: navigator.onLine
      ? 'The code could not be run: a part of the page did not load.'
      : 'You are offline, and Python was not loaded before.',
    remedy: 'Check your connection, then press Run again. The recorded result stays above.',
    detail: String(error),
  };
}

/** Makes a snippet run, stop and be edited. */
export function enliven(snippet: HTMLElement): LiveSnippet {
  // The build wrote this attribute, in `Snippet.astro`.
  const data = JSON.parse(snippet.dataset.snippet ?? '') as SnippetData;
  const source = part(snippet, '[data-part=source]');
  const result = part(snippet, '[data-part=result]');
  const original = part(source, '.code');
  const text = [...original.querySelectorAll('.line')].map((line) => line.textContent).join('\n');
  const buttons = {
    run: part<HTMLButtonElement>(snippet, '[data-act=run]'),
    stop: part<HTMLButtonElement>(snippet, '[data-act=stop]'),
    edit: part<HTMLButtonElement>(snippet, '[data-act=edit]'),
    reset: part<HTMLButtonElement>(snippet, '[data-act=reset]'),
  };
  let editor: Editor | null = null;
  let loadedEditor: Promise<LoadedEditor> | null = null;
  let opened: Promise<{ runtime: Runtime; opening: Opening }> | null = null;

  const load = () => {
    loadedEditor ??= import('../editor/load.ts').then(({ loadEditor }) => loadEditor(data.editor));
    return loadedEditor;
  };
  const highlight: Highlight = (sql) => load().then(({ highlightSql }) => highlightSql(sql));
  const panel = mountPanel(result, { id: data.id, entry: data.file, highlight });

  const open = () => {
    opened ??= Promise.all([import('../runtime/client.ts'), fetchProject(data.project)]).then(
      ([client, project]) => {
        const opening = { project, seed: data.seed };
        const runtime = client.runtime();
        runtime.open(opening);
        return { runtime, opening };
      },
    );
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };

  const showRunning = (running: boolean) => {
    buttons.run.hidden = running;
    buttons.stop.hidden = !running;
    (running ? buttons.stop : buttons.run).focus({ preventScroll: true });
  };
  const show = (outcome: Outcome) => {
    panel.show(outcome);
    if (outcome.kind === 'report') editor?.mark(lineMarks(outcome.report, [data.file]));
  };

  const run = async () => {
    showRunning(true);
    let unsubscribe = () => {};
    try {
      const { runtime, opening } = await open();
      unsubscribe = runtime.$state.subscribe(panel.progress);
      const files = { [data.file]: editor?.value(data.file) ?? text };
      show(await runtime.run({ ...opening, files, entry: data.file }, RUN_SECONDS));
    } catch (error) {
      result.replaceChildren(renderFailure(document, notLoaded(error)));
    } finally {
      unsubscribe();
      panel.progress({ kind: 'ready' });
      showRunning(false);
    }
  };

  const edit = async () => {
    buttons.edit.disabled = true;
    const { create } = await load();
    const host = document.createElement('div');
    host.className = 'snippet-editor';
    host.style.height = `${original.offsetHeight}px`;
    source.replaceChildren(host);
    editor = create(host, {
      files: [{ path: data.file, text, readOnly: false }],
      label: `Code of ${data.file}`,
      onChange: () => {},
    });
    editor.open(data.file);
    editor.focus();
    buttons.edit.hidden = true;
    buttons.reset.hidden = false;
  };

  const reset = () => {
    editor?.replace(data.file, text);
    editor?.focus();
  };

  snippet.addEventListener('place', (event) => {
    const { file, line } = (event as CustomEvent<{ file: string; line: number }>).detail;
    if (file !== data.file) return;
    if (editor) {
      editor.goto({ file, line });
      return;
    }
    for (const shown of original.querySelectorAll('.line-shown'))
      shown.classList.remove('line-shown');
    const target = original.querySelector(`[data-line="${line}"]`);
    target?.classList.add('line-shown');
    target?.scrollIntoView({ block: 'nearest' });
  });
  buttons.run.addEventListener('click', () => void run());
  buttons.stop.addEventListener('click', () => void opened?.then(({ runtime }) => runtime.stop()));
  buttons.edit.addEventListener('click', () => void edit());
  buttons.reset.addEventListener('click', reset);
  return { warm: () => void open().catch(() => {}) };
}
