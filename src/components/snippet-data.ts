import type { EditorAssets } from '../editor/editor.ts';
import type { Project, Seed } from '../runtime/protocol.ts';

/** What `Snippet.astro` hands to its script. */
export interface SnippetData {
  file: string;
  /** Unique in the page. */
  id: string;
  seed: Seed;
  /** Address of the project's files. */
  project: string;
  editor: EditorAssets;
}

/** The build wrote this attribute, so its shape is known. */
export function readSnippet(snippet: HTMLElement): SnippetData {
  return JSON.parse(snippet.dataset.snippet ?? '') as SnippetData;
}

/** An element that the snippet's markup promises. */
export function part<T extends HTMLElement>(root: HTMLElement, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`A snippet has no ${selector}.`);
  return found;
}

/** @throws Error when the network or the server fails. */
export async function fetchProject(address: string): Promise<Project> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Project;
}
