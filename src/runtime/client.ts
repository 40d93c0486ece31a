import { atom } from 'nanostores';
import { assistant } from './assistant.ts';
import { assistantHost, lastImage } from './assistant-host.ts';
import { addPack } from './base.ts';
import { changesProject } from './changes.ts';
import { describe } from './faults.ts';
import { type Grading, type GradingHost, grade, gradingMemory } from './grading.ts';
import type { Interpreter } from './interpreter.ts';
import { lanes } from './lanes.ts';
import { type Loaded, loadRuntime } from './loader.ts';
import { manifest } from './manifest.ts';
import { createMeasuring } from './measuring.ts';
import { type OpenProject, openProject } from './open-project.ts';
import { parseReport } from './parse-report.ts';
import { loadingSteps } from './progress.ts';
import type { GradeRequest, Opening, RunRequest } from './protocol.ts';
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
/** Probes at a time: each is a worker with a Python of its own, and memory is short on phones. */
const LANES = Math.min(3, Math.max(2, navigator.hardwareConcurrency || 2));

/** A run or a grading under way: JSON text of a report, unchecked; and a way to end it. */
type Work = Grading;

function createRuntime(): Runtime {
  const $state = atom<RuntimeState>({ kind: 'idle' });
  // For the browser's own timeline, where the bench reads them too.
  $state.listen((state, before) => {
    if (state.kind !== before?.kind) performance.mark(`runtime:${state.kind}`);
  });
  const steps = loadingSteps((state) => $state.set(state));
  const packs = new Set<string>();
  const memory = gradingMemory();
  const lane = lanes(LANES);
  let loading: Promise<Loaded> | null = null;
  let project: { key: string; opened: Promise<OpenProject> } | null = null;
  let stopRunning: (() => void) | null = null;
  const image = lastImage();
  const helper = assistant(assistantHost(load, () => project, image));

  /** Load once; after a failure the next call tries again. */
  function load(): Promise<Loaded> {
    loading ??= loadRuntime(waysHere, steps).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  async function loadPacks(loaded: Loaded, names: readonly string[]): Promise<void> {
    const missing = names.filter((name) => !packs.has(name));
    if (missing.length === 0) return;
    const load = async (name: string) => {
      const pack = manifest.packs[name];
      if (!pack) throw new Error(`There is no pack called ${name}.`);
      await addPack(loaded.frame, name, pack, steps);
      packs.add(name);
    };
    await Promise.all(missing.map(load));
    loaded.outgrow();
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

  /** In the open project, or from nothing when the learner's files take the place of the project's. */
  async function interpreterFor(request: RunRequest, opened = true): Promise<Interpreter> {
    // Also for its packs, which an interpreter without the project needs as well.
    const project = await open(request);
    if (opened && !changesProject(request)) return project.take();
    return (await load()).fresh();
  }

  function startRun(request: RunRequest, begun: () => void): Work {
    const arriving = interpreterFor(request);
    const report = arriving.then(async (interpreter) => {
      begun();
      const event = await interpreter.ask({ kind: 'run', request });
      if (event.kind === 'report') {
        image.keep(event.database ?? null);
        return event.text;
      }
      throw new Error(`The sandbox answered with ${event.kind}.`);
    });
    const stop = () => void arriving.then((it) => it.end()).catch(() => undefined);
    return { report, stop };
  }

  function startGrading(request: GradeRequest, seconds: number, begun: () => void): Work {
    const host: GradingHost = {
      judge: async () => (await load()).fresh(),
      subject: (task) => interpreterFor(task, task.probe.opened),
      lane,
      memory,
    };
    const opening = open(request).then(() => {
      begun();
      return grade(request, host, seconds);
    });
    return {
      report: opening.then(({ report }) => report),
      stop: () => void opening.then((grading) => grading.stop()).catch(() => undefined),
    };
  }

  /** @param seconds after which the whole is ended; null when its parts are timed. */
  async function perform(
    request: RunRequest,
    what: 'run' | 'grading',
    seconds: number | null,
    start: (begun: () => void) => Work,
  ): Promise<Outcome> {
    stopRunning?.();
    measuring.giveWay();
    const { promise: stopped, resolve: end } = Promise.withResolvers<Outcome>();
    const stop = () => end({ kind: 'stopped' });
    stopRunning = stop;
    let early: ReturnType<typeof setTimeout> | undefined;
    let late: ReturnType<typeof setTimeout> | undefined;
    const work = start(() => {
      if (stopRunning !== stop) return;
      $state.set({ kind: 'running', what });
      early = setTimeout(() => void open(request).then((it) => it.refill()), LONG_RUN_MS);
      if (seconds === null) return;
      late = setTimeout(() => end({ kind: 'timed_out', seconds }), seconds * 1000);
    });
    const reported = work.report.then((text): Outcome => {
      performance.mark('report:arrived');
      return { kind: 'report', report: parseReport(text) };
    });
    try {
      return await Promise.race([reported, stopped]);
    } catch (error) {
      return { kind: 'crashed', error: describe(error) };
    } finally {
      clearTimeout(early);
      clearTimeout(late);
      work.stop();
      if (stopRunning === stop) {
        stopRunning = null;
        if ($state.get().kind === 'running') $state.set({ kind: 'renewing' });
        open(request)
          .then(settle)
          .catch((error) => $state.set({ kind: 'failed', error: describe(error) }));
      }
    }
  }

  const measuring = createMeasuring(async () => {
    // With its packs, and after the interpreter that a run may be waiting for.
    await project?.opened;
    return (await load()).fresh();
  });
  const showFailure = (error: unknown) => $state.set({ kind: 'failed', error: describe(error) });
  return {
    $state,
    warm: () => void load().catch(showFailure),
    open: (opening) => void open(opening).then(settle).catch(showFailure),
    run: (request, seconds) =>
      perform(request, 'run', seconds, (begun) => startRun(request, begun)),
    grade: (request, seconds) =>
      perform(request, 'grading', null, (begun) => startGrading(request, seconds, begun)),
    assist: helper.ask,
    $image: image.$number,
    stop: () => stopRunning?.(),
    measure: measuring.measure,
  };
}
