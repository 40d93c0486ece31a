import type { ApiName } from '../build/api-names.ts';

/** A page as Pagefind found it. */
export interface Page {
  url: string;
  meta: { title?: string };
  /** HTML with the words found in `<mark>`. */
  excerpt: string;
}

/** The part of Pagefind's reader that is used here. */
interface Pagefind {
  search(text: string): Promise<{ results: { data(): Promise<Page> }[] }>;
}

export interface SearchIndex {
  base: string;
  names(): Promise<readonly ApiName[]>;
  pages(text: string): Promise<readonly Page[]>;
}

/** More than this nobody reads. */
const MOST_PAGES = 20;

/** The two indexes, each fetched once; one that did not come is asked for again. */
export function searchIndex(base: string): SearchIndex {
  let names: Promise<readonly ApiName[]> | null = null;

  async function fetchNames(): Promise<readonly ApiName[]> {
    const response = await fetch(`${base}search/names.json`);
    if (!response.ok) throw new Error(`names.json: ${response.status}`);
    return response.json();
  }

  return {
    base,
    names() {
      names ??= fetchNames().catch((error) => {
        names = null;
        throw error;
      });
      return names;
    },
    async pages(text) {
      const reader: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
      // Not `debouncedSearch`: it leaves a search without an answer when another one begins.
      const found = await reader.search(text);
      return Promise.all(found.results.slice(0, MOST_PAGES).map((page) => page.data()));
    },
  };
}
