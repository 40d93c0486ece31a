import { PlatformFault } from './download.ts';
import { InterpreterLost } from './interpreter.ts';
import { BadReport } from './parse-report.ts';
import { AUTHORS_FAULT } from './protocol.ts';
import type { PlatformError } from './state.ts';

/** Any thrown value as an error for the screen. */
export function describe(error: unknown): PlatformError {
  if (error instanceof PlatformFault) return error.error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof BadReport) {
    return {
      code: 'bad_report',
      what: 'The sandbox sent a report that makes no sense, so it is not shown.',
      remedy:
        'A fresh Python is ready: run it again. If your code changes how Python works, undo that first.',
      detail,
    };
  }
  if (error instanceof InterpreterLost && error.message.startsWith(AUTHORS_FAULT)) {
    return {
      code: 'broken_exercise',
      what: 'This exercise could not be carried out. That is its own fault, not your code’s.',
      remedy: 'Your code is kept. Reload the page; if it happens again, please report the details.',
      detail,
    };
  }
  // A stray pointer (`ctypes`) ends in "memory access out of bounds", which is not a lack of memory.
  if (error instanceof InterpreterLost && /memory(?! access)/i.test(error.message)) {
    return {
      code: 'out_of_memory',
      what: 'Python ran out of memory and was ended.',
      remedy: 'A fresh one is ready. Look for a list or a queryset that grows without bound.',
      detail,
    };
  }
  if (error instanceof InterpreterLost) {
    return {
      code: 'crashed',
      what: 'Your code brought the Python interpreter down, and it was ended.',
      remedy:
        'A fresh one is ready. Very deep recursion is the usual cause; os._exit and os.abort do it too.',
      detail,
    };
  }
  return {
    code: 'unsupported',
    what: 'Python could not be started in this browser.',
    remedy: 'Reload the page, or try a current Firefox, Chrome or Safari.',
    detail,
  };
}
