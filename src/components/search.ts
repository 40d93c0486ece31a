import { el } from '../evidence/el.ts';

/** The part of Pagefind's reader that is used here. */
interface Index {
  debouncedSearch(text: string): Promise<{ results: { data(): Promise<Result> }[] } | null>;
}

interface Result {
  url: string;
  meta: { title?: string };
  /** HTML with the words found in `<mark>`. */
  excerpt: string;
}

/** Pagefind's excerpt is markup; only its text is used. */
function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

function item({ url, meta, excerpt }: Result): HTMLLIElement {
  return el(
    document,
    'li',
    {},
    el(document, 'a', { href: url }, meta.title ?? url),
    el(document, 'p', {}, textOf(excerpt)),
  );
}

/** Fills the list of a search with what `text` finds, and says how much that is. */
export async function listResults(
  search: HTMLElement,
  load: () => Promise<Index>,
  text: string,
): Promise<void> {
  const list = search.querySelector('ul');
  const status = search.querySelector('.status');
  if (!list || !status) return;
  if (text.trim() === '') {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const found = await (await load()).debouncedSearch(text);
    // Null when a later letter was typed meanwhile; that search fills the list.
    if (!found) return;
    const results = await Promise.all(found.results.slice(0, 8).map((result) => result.data()));
    list.replaceChildren(...results.map(item));
    status.textContent = results.length === 0 ? `Nothing found for "${text}".` : '';
  } catch {
    status.textContent = 'The search could not be loaded. Check your connection, then type again.';
  }
}
