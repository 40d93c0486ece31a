import { changesProject } from './changes.ts';
import { describe } from './faults.ts';
import type { Interpreter } from './interpreter.ts';
import { parseReport } from './parse-report.ts';
import type { RunRequest } from './protocol.ts';
import type { Outcome } from './state.ts';

/** Runs beside the opened project, in interpreters of their own, one at a time. */
export interface Measuring {
  /** @param seconds after which the run is ended; opening the project is not part of it. */
  measure(request: RunRequest, seconds: number, signal: AbortSignal): Promise<Outcome>;
  /** The learner's own run or check goes first: end what is under way, which resolves to `stopped`. */
  giveWay(): void;
}

/** Changed models are opened by the run itself, which then takes so much longer. */
const OPENING_SECONDS = 30;

/** @param fresh an interpreter with nothing opened. */
export function createMeasuring(fresh: () => Promise<Interpreter>): Measuring {
  let endLast: (() => void) | null = null;

  async function report(interpreter: Interpreter, request: RunRequest, begun: () => void) {
    if (!changesProject(request)) {
      const { project, seed } = request;
      await interpreter.ask({ kind: 'open', opening: { project, seed }, keep: null });
    }
    begun();
    const event = await interpreter.ask({ kind: 'run', request });
    if (event.kind !== 'report') throw new Error(`The sandbox answered with ${event.kind}.`);
    return parseReport(event.text);
  }

  return {
    async measure(request, seconds, signal) {
      endLast?.();
      const { promise: ended, resolve: end } = Promise.withResolvers<Outcome>();
      const stop = () => end({ kind: 'stopped' });
      endLast = stop;
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      const most = changesProject(request) ? seconds + OPENING_SECONDS : seconds;
      let late: ReturnType<typeof setTimeout> | undefined;
      const begun = () => {
        late = setTimeout(() => end({ kind: 'timed_out', seconds }), most * 1000);
      };
      const arriving = fresh();
      const reported = arriving.then(async (interpreter): Promise<Outcome> => {
        return { kind: 'report', report: await report(interpreter, request, begun) };
      });
      try {
        return await Promise.race([reported, ended]);
      } catch (error) {
        return { kind: 'crashed', error: describe(error) };
      } finally {
        clearTimeout(late);
        signal.removeEventListener('abort', stop);
        if (endLast === stop) endLast = null;
        reported.catch(() => undefined);
        void arriving.then((interpreter) => interpreter.end()).catch(() => undefined);
      }
    },
    giveWay: () => endLast?.(),
  };
}
