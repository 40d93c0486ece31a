import { mountPanel } from '../evidence/mount.ts';
import type { PlaceEvent } from '../evidence/place.ts';
import type { Opening } from '../runtime/protocol.ts';
import type { Outcome, PlatformError, Runtime } from '../runtime/state.ts';
import { fetchProject, part, readSnippet, type SnippetData } from './snippet-data.ts';
import { createSource } from './snippet-source.ts';

/** A snippet with its behavior. */
export interface LiveSnippet {
  /** Begin to load Python and open the project. */
  warm(): void;
}

const RUN_SECONDS = 10;

interface Session {
  runtime: Runtime;
  opening: Opening;
}

/** The runtime with the snippet's project opened; loaded once, and again after a failure. */
function sessionOf(data: SnippetData): () => Promise<Session> {
  let session: Promise<Session> | null = null;
  const begin = async () => {
    const [{ runtime: get }, project] = await Promise.all([
      import('../runtime/client.ts'),
      fetchProject(data.project),
    ]);
    const runtime = get();
    const opening = { project, seed: data.seed };
    runtime.open(opening);
    return { runtime, opening };
  };
  return () => {
    session ??= begin().catch((error: unknown) => {
      session = null;
      throw error;
    });
    return session;
  };
}

function notLoaded(error: unknown): PlatformError {
  const offline = !navigator.onLine;
  return {
    code: offline ? 'offline' : 'download',
    what: offline
      ? 'You are offline, and this page has not loaded Python yet.'
      : 'A part of this page did not load, so the code could not run.',
    remedy: 'Check your connection, then press Run again.',
    detail: String(error),
  };
}

/** Makes a snippet run, stop and be edited. */
export function enliven(snippet: HTMLElement): LiveSnippet {
  const data = readSnippet(snippet);
  const source = createSource(snippet, data);
  const result = part(snippet, '[data-part=result]');
  const panel = mountPanel(result, {
    id: data.id,
    entry: data.file,
    highlight: source.highlight,
  });
  const session = sessionOf(data);
  const button = (act: string) => part<HTMLButtonElement>(snippet, `[data-act=${act}]`);
  const [run, stop, edit, reset] = [button('run'), button('stop'), button('edit'), button('reset')];

  const swap = (hidden: HTMLButtonElement, shown: HTMLButtonElement) => {
    // A button that is hidden loses the focus, so it is handed on; from elsewhere it is not taken.
    const focused = document.activeElement === hidden;
    shown.hidden = false;
    if (focused) shown.focus({ preventScroll: true });
    hidden.hidden = true;
  };
  const attempt = async (): Promise<Outcome> => {
    let unsubscribe = () => {};
    try {
      const { runtime, opening } = await session();
      unsubscribe = runtime.$state.subscribe(panel.progress);
      const files = { [data.file]: source.text() };
      return await runtime.run({ ...opening, files, entry: data.file }, RUN_SECONDS);
    } catch (error) {
      return { kind: 'crashed', error: notLoaded(error) };
    } finally {
      unsubscribe();
    }
  };

  run.addEventListener('click', async () => {
    swap(run, stop);
    const outcome = await attempt();
    panel.show(outcome);
    if (outcome.kind === 'report') source.mark(outcome.report);
    swap(stop, run);
  });
  stop.addEventListener('click', async () => (await session()).runtime.stop());
  edit.addEventListener('click', async () => {
    edit.disabled = true;
    await source.edit();
    edit.hidden = true;
    reset.hidden = false;
  });
  reset.addEventListener('click', source.reset);
  snippet.addEventListener('place', (event) => {
    const { file, line } = (event as PlaceEvent).detail;
    if (file === data.file) source.goto(line);
  });
  // What goes wrong here is said when the reader presses Run.
  return { warm: () => void session().catch(() => {}) };
}
