import type { LiveSnippet } from './snippet-live.ts';

type Load = () => Promise<{ enliven(snippet: HTMLElement): LiveSnippet }>;

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/**
 * Loads what makes a snippet live at the first sign of interest: the pointer over it, the focus in
 * it, a press on it. The runtime begins to load then too, unless the reader saves data; for them a
 * click on Run is what begins it. A click that comes before the code has arrived is done again.
 */
export function awaitInterest(snippet: HTMLElement, load: Load): void {
  const controller = new AbortController();
  const { signal } = controller;
  let clicked: HTMLElement | null = null;
  let loading = false;

  const begin = async () => {
    if (loading) return;
    loading = true;
    try {
      const live = (await load()).enliven(snippet);
      controller.abort();
      if (!savesData()) live.warm();
      clicked?.click();
    } catch {
      // The network failed: the next sign of interest tries again.
      loading = false;
    }
  };
  for (const type of ['pointerenter', 'pointerdown', 'focusin']) {
    snippet.addEventListener(type, () => void begin(), { signal });
  }
  snippet.addEventListener(
    'click',
    ({ target }) => {
      clicked = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      void begin();
    },
    { signal },
  );
}
