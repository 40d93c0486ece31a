import type { EditorAssets } from '../editor/editor.ts';
import type { Exercise } from '../runtime/exercise.ts';
import type { Report } from '../runtime/report.ts';

/** What the page hands to its script, as JSON in `#workspace-data`. */
export interface WorkspaceData {
  exercise: Exercise;
  /** The starter's report of the build, shown until the first live one; null where it would tell. */
  recorded: Report | null;
  editor: EditorAssets;
}

/** JSON that cannot end the script element which holds it. */
export function embed(data: WorkspaceData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The page's own data: written by the build, so that its shape is known. */
export function readData(document: Document): WorkspaceData {
  return JSON.parse(part(document, '#workspace-data', HTMLScriptElement).text) as WorkspaceData;
}

/** An element that the page's markup promises. */
export function part<T extends Element>(
  root: ParentNode,
  selector: string,
  type: new (...args: never[]) => T,
): T {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The workspace has no ${selector}.`);
  return found;
}
