import { Fault } from './faults.mjs';

/** The first line of code in which two sources differ; comments and blank lines do not count. */
export function diffLine(before: string, after: string): { before: string; after: string } {
  const lines = (text: string) => text.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  const [old, now] = [lines(before), lines(after)];
  const index = old.findIndex((line, position) => line !== now[position]);
  const [was, is] = [old[index], now[index]];
  if (was === undefined || is === undefined) {
    throw new Fault('The two snippets do not differ in a line.', 'Change one line of the second.');
  }
  return { before: was.trim(), after: is.trim() };
}
