/** Child processes whose output we read: what they said decides what we tell. */
import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface Finished {
  code: number;
  /** Both streams, in the order in which they came. */
  output: string;
}

export interface Running {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Called with each whole line as it comes. */
  line?: (text: string) => void;
  /** Let the child write to our own terminal; then `output` is empty. */
  show?: boolean;
}

export const root = join(import.meta.dirname, '..', '..');

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill();
});

/** Run to the end. Rejects only when the program cannot be started (ENOENT and the like). */
export function run(
  program: string,
  args: readonly string[],
  { cwd = root, env = {}, line, show = false }: Running = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: toolPath(), ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let output = '';
    let rest = '';
    const read = (text: string) => {
      output += text;
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const each of lines) line?.(each);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.on('error', (error) => {
      children.delete(child);
      reject(error);
    });
    child.on('close', (code) => {
      children.delete(child);
      if (rest !== '') line?.(rest);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Run a program of node_modules, given as its script, under this same Node. */
export function runNode(
  script: string,
  args: readonly string[],
  options?: Running,
): Promise<Finished> {
  return run(process.execPath, [join(root, script), ...args], options);
}

/** The project's own Node and tools first, whatever else the machine has. */
function toolPath(): string {
  return [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
}
