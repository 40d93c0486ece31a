import { scoreWords } from '../evidence/score.ts';
import { counted, queries } from '../evidence/words.ts';
import type { Event } from '../stores/history.ts';

/** What happened to a version: `Ran: 225 queries`. */
export function eventWords(event: Event): string {
  switch (event.kind) {
    case 'typed':
      return 'While you typed';
    case 'run':
      if (event.error) return `Ran: ${event.error}`;
      return event.queries === null ? 'Ran' : `Ran: ${queries(event.queries)}`;
    case 'check':
      if (event.points) return `Checked: ${scoreWords(event.points)}`;
      return event.passed ? 'Checked: passed' : 'Checked: not passed';
    case 'reset':
      return 'Before a reset';
    case 'new_starter':
      return 'Before the new starter';
    case 'other_tab':
      return 'From two tabs';
    case 'restored':
      return 'Before you went back';
  }
}

const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });

/** `Today, 2:02 PM`, `Nov 20, 9:15 AM`. */
export function timeWords(at: number, now: number): string {
  const day = dayOf(now) - dayOf(at);
  const name = day === 0 ? 'Today' : day === 1 ? 'Yesterday' : date.format(at);
  return `${name}, ${time.format(at)}`;
}

/** A number of days that two times of the same local day share. */
function dayOf(at: number): number {
  const local = new Date(at);
  return Math.round(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / 86_400_000);
}

/** What restoring comes to: `Restoring takes 2 lines out and puts 3 lines in.` */
export function changeWords(removed: number, added: number): string {
  const out = removed > 0 ? `takes ${counted(removed, 'line')} out` : '';
  const come = added > 0 ? `puts ${counted(added, 'line')} in` : '';
  const both = [out, come].filter((words) => words !== '').join(' and ');
  return both === '' ? 'The same as your text now.' : `Restoring ${both}.`;
}
