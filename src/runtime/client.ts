import { atom } from 'nanostores';
import { addPack } from './base.ts';
import { describe } from './faults.ts';
import type { Interpreter } from './interpreter.ts';
import { type Loaded, loadRuntime } from './loader.ts';
import { manifest } from './manifest.ts';
import { type OpenProject, openProject } from './open-project.ts';
import { parseReport } from './parse-report.ts';
import { loadingSteps } from './progress.ts';
import type { Opening, RunRequest, WorkerCommand } from './protocol.ts';
import type { Outcome, Runtime, RuntimeState } from './state.ts';
import { waysHere } from './ways.ts';

let instance: Runtime | undefined;

/** The page's one runtime; nothing is loaded before its `warm` or `open`. */
export function runtime(): Runtime {
  instance ??= createRuntime();
  return instance;
}

/** A long run's successor is made ready while it runs; a short one would only be slowed by that. */
const LONG_RUN_MS = 500;

function createRuntime(): Runtime {
  const $state = atom<RuntimeState>({ kind: 'idle' });
  // For the browser's own timeline, where the bench reads them too.
  $state.listen((state, before) => {
    if (state.kind !== before?.kind) performance.mark(`runtime:${state.kind}`);
  });
  const steps = loadingSteps((state) => $state.set(state));
  const packs = new Set<string>();
  let loading: Promise<Loaded> | null = null;
  let project: { key: string; opened: Promise<OpenProject> } | null = null;
  let stopRunning: (() => void) | null = null;

  /** Load once; after a failure the next call tries again. */
  function load(): Promise<Loaded> {
    loading ??= loadRuntime(waysHere, steps).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  async function loadPacks(loaded: Loaded, names: readonly string[]): Promise<void> {
    for (const name of names) {
      const pack = manifest.packs[name];
      if (!pack) throw new Error(`There is no pack called ${name}.`);
      if (!packs.has(name)) await addPack(loaded.frame, name, pack, steps);
      packs.add(name);
    }
  }

  function open({ project: files, seed }: Opening): Promise<OpenProject> {
    const opening: Opening = { project: files, seed };
    const key = JSON.stringify(opening);
    if (project?.key === key) return project.opened;
    void project?.opened.then((before) => before.close());
    const opened = (async () => {
      const loaded = await load();
      await loadPacks(loaded, files.packs);
      steps.work('Opening the project');
      return openProject(loaded, opening);
    })();
    project = { key, opened };
    opened.catch(() => {
      project = null;
    });
    return opened;
  }

  /** Show `ready` once a Python waits in the open project, unless something else happens meanwhile. */
  async function settle(opened: OpenProject): Promise<void> {
    opened.refill();
    await opened.ready();
    if (!stopRunning) $state.set({ kind: 'ready' });
  }

  async function interpreterFor(request: RunRequest): Promise<Interpreter> {
    const opened = await open(request);
    if (!changesProject(request)) return opened.take();
    // The learner's files take the place of the project's: it is opened anew, with theirs.
    return (await load()).fresh();
  }

  async function perform(
    request: RunRequest,
    command: WorkerCommand,
    what: 'run' | 'grading',
    seconds: number,
  ): Promise<Outcome> {
    stopRunning?.();
    let stop = () => {};
    const stopped = new Promise<Outcome>((resolve) => {
      stop = () => resolve({ kind: 'stopped' });
    });
    stopRunning = stop;
    const arriving = interpreterFor(request);
    const ended = arriving.then(async (interpreter): Promise<Outcome> => {
      $state.set({ kind: 'running', what });
      const early = setTimeout(() => void open(request).then((it) => it.refill()), LONG_RUN_MS);
      let late: ReturnType<typeof setTimeout> | undefined;
      const timedOut = new Promise<Outcome>((resolve) => {
        late = setTimeout(() => resolve({ kind: 'timed_out', seconds }), seconds * 1000);
      });
      const reported = interpreter.ask(command).then((event): Outcome => {
        if (event.kind === 'report') return { kind: 'report', report: parseReport(event.text) };
        throw new Error(`The sandbox answered with ${event.kind}.`);
      });
      try {
        return await Promise.race([reported, stopped, timedOut]);
      } finally {
        clearTimeout(early);
        clearTimeout(late);
      }
    });
    try {
      return await Promise.race([ended, stopped]);
    } catch (error) {
      return { kind: 'crashed', error: describe(error) };
    } finally {
      void arriving.then((interpreter) => interpreter.end()).catch(() => undefined);
      if (stopRunning === stop) {
        stopRunning = null;
        if ($state.get().kind === 'running') $state.set({ kind: 'renewing' });
        open(request)
          .then(settle)
          .catch((error) => $state.set({ kind: 'failed', error: describe(error) }));
      }
    }
  }

  const showFailure = (error: unknown) => $state.set({ kind: 'failed', error: describe(error) });
  return {
    $state,
    warm: () => void load().catch(showFailure),
    open: (opening) => void open(opening).then(settle).catch(showFailure),
    run: (request, seconds) => perform(request, { kind: 'run', request }, 'run', seconds),
    grade: (request, seconds) => perform(request, { kind: 'grade', request }, 'grading', seconds),
    stop: () => stopRunning?.(),
  };
}

function changesProject({ project, files }: RunRequest): boolean {
  return Object.entries(files).some(
    ([path, text]) => path in project.files && project.files[path] !== text,
  );
}
