import { mountPanel } from '../evidence/mount.ts';
import { part, readSnippet } from './snippet-data.ts';
import type { LiveSnippet } from './snippet-live.ts';
import { createSource } from './snippet-source.ts';

/** Gives a recorded result its tabs and lists; there is nothing to run. */
export function enliven(snippet: HTMLElement): LiveSnippet {
  const data = readSnippet(snippet);
  const { highlight } = createSource(snippet, data);
  mountPanel(part(snippet, '[data-part=result]'), { id: data.id, entry: data.file, highlight });
  return { warm: () => {} };
}
