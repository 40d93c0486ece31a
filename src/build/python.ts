/** The machine's Python and its pip, which fetch packages; everything else runs in Pyodide. */
import { explain, Fault } from './faults.mjs';
import { type Finished, type Running, run } from './processes.ts';

const CANDIDATES = process.platform === 'win32' ? ['py', 'python'] : ['python3', 'python'];

/** The first Python 3.9 or later; `PYTHON` names another one. */
export async function findPython(): Promise<string> {
  const candidates = process.env.PYTHON ? [process.env.PYTHON] : CANDIDATES;
  for (const program of candidates) {
    const version = await versionOf(program);
    if (version !== null && version >= 309) return program;
  }
  throw new Fault(
    'Python 3.9 or later was not found.',
    'Install Python 3 with pip (Debian and Ubuntu: apt install python3 python3-pip; elsewhere: python.org), or name it with PYTHON=/path/to/python3, then run the same command again.',
  );
}

/** 311 for Python 3.11; null when there is no such program or it does not run. */
async function versionOf(program: string): Promise<number | null> {
  const script = 'import sys; print(sys.version_info[0] * 100 + sys.version_info[1])';
  try {
    const { code, output } = await run(program, ['-c', script]);
    return code === 0 ? Number.parseInt(output, 10) : null;
  } catch {
    // Not installed: the next candidate may be.
    return null;
  }
}

/** Run pip; a failure becomes a fault that says why. */
export async function pip(
  args: readonly string[],
  doing: string,
  options: Running = {},
): Promise<Finished> {
  const python = await findPython();
  const quiet = ['--disable-pip-version-check', '--no-input', '--retries', '2'];
  const finished = await run(python, ['-m', 'pip', ...quiet, ...args], options);
  if (finished.code !== 0) throw explain(new Error('pip failed'), doing, finished.output);
  return finished;
}
