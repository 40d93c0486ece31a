/**
 * Everything that is built, in steps. Add yours here: name what it reads and writes, and keep the
 * work in a module of its own that is imported only when the step runs.
 */
import type { Step } from './steps.ts';

export const plan: readonly Step[] = [
  {
    name: 'wheels',
    doing: 'fetching the Python packages',
    needs: [],
    inputs: ['src/python/requirements.txt', 'src/build/wheels.ts'],
    outputs: ['.cache/wheels'],
    run: async (progress) => (await import('./wheels.ts')).fetchWheels(progress),
  },
];
