import { type Interpreter, startInterpreter } from './interpreter.ts';
import type { Loaded } from './loader.ts';
import type { Opening } from './protocol.ts';

/** A project with one Python kept ready in it. */
export interface OpenProject {
  /** Settles when a Python is ready. @throws InterpreterLost when none could be made */
  ready(): Promise<void>;
  /** The Python that was kept ready; `refill` brings the next. */
  take(): Promise<Interpreter>;
  /** One more Python, with extra packs: the spare stays where it is. */
  another(extras: readonly string[]): Promise<Interpreter>;
  /** Make another one ready, unless one is, or is on its way. */
  refill(): void;
  /** End the spare and forget the snapshot. */
  close(): void;
}

let lastNumber = 0;

/**
 * Open a project: files, settings, migrations, seed. Where memory can be saved, that happens once and
 * every later Python is restored from it; where not, every Python does it again.
 */
export function openProject(loaded: Loaded, opening: Opening): OpenProject {
  const snapshot = `project-${++lastNumber}`;
  const opener = open(snapshot);
  let spare: Promise<Interpreter> | null = opener;

  async function open(keep: string | null, extras?: readonly string[]): Promise<Interpreter> {
    const interpreter = await loaded.fresh(extras);
    await interpreter.ask({ kind: 'open', opening, keep: loaded.saves ? keep : null });
    return interpreter;
  }
  async function next(extras?: readonly string[]): Promise<Interpreter> {
    if (!loaded.saves) return open(null, extras);
    // Several may be asked for at once, before there is anything to restore them from.
    await opener;
    return startInterpreter(loaded.frame, { kind: 'snapshot', name: snapshot }, extras);
  }

  if (loaded.saves) opener.then(warmUp).catch(() => undefined);

  /**
   * The Python that opened the project has done its work; unless a run has taken it already, let it
   * run something typical while a restored one takes its place. The engine compiles functions at their
   * first call, and the workers share that code: the learner's first run need not wait for that.
   */
  async function warmUp(used: Interpreter): Promise<void> {
    const restored = next();
    await restored;
    // A run that came early has the opener, and must not be sent a second command.
    if (spare !== opener) {
      spare ??= restored;
      if (spare !== restored) (await restored).end();
      return;
    }
    spare = restored;
    await used.ask({ kind: 'warm' });
    used.end();
  }

  return {
    ready: async () => void (await spare),
    take() {
      const taken = spare ?? next();
      spare = null;
      return taken;
    },
    another: next,
    refill() {
      spare ??= next();
    },
    close() {
      void spare?.then((interpreter) => interpreter.end());
      loaded.frame.send({ kind: 'forget', name: snapshot });
    },
  };
}
