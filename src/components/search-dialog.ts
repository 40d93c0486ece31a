import { el } from '../evidence/el.ts';
import { searchIndex } from './search-index.ts';
import { findAll, type Group, summaryOf } from './search-results.ts';

let dialog: HTMLDialogElement | null = null;

/** Show the search, made at the first time. */
export function openSearch(document: Document, base: string): void {
  dialog ??= makeDialog(document, base);
  dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog(document: Document, base: string): HTMLDialogElement {
  const input = el(document, 'input', {
    type: 'search',
    'aria-label': 'Search lessons, exercises and API names',
    placeholder: 'Lessons, exercises, API names',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
  });
  const close = el(document, 'button', { type: 'button', class: 'button button-quiet' }, 'Close');
  const form = el(document, 'form', { method: 'dialog' }, input, close);
  const status = el(document, 'p', { class: 'search-status', role: 'status' });
  const results = el(document, 'div', { class: 'search-results' });
  const made = el(
    document,
    'dialog',
    { class: 'search', 'aria-label': 'Search' },
    form,
    status,
    results,
  );
  const keys = el(
    document,
    'p',
    { class: 'search-keys' },
    'Arrow keys move, Enter opens, Esc closes.',
  );
  made.append(keys);
  document.body.append(made);

  const index = searchIndex(base);
  let latest = '';
  let drawn: Promise<void> = Promise.resolve();
  const links = () => [...results.querySelectorAll('a')];

  async function draw(): Promise<void> {
    const text = input.value.trim();
    latest = text;
    if (text === '') {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    const found = await findAll(index, text);
    // Later letters have their own search.
    if (latest !== text) return;
    status.textContent = summaryOf(found, text);
    results.replaceChildren(...found.groups.map((group) => section(document, group)));
    results.scrollTop = 0;
  }

  input.addEventListener('input', () => {
    drawn = draw();
  });
  form.addEventListener('submit', (event) => {
    // Enter in the field: to the first of what was typed, not of what was there before.
    event.preventDefault();
    void drawn.then(() => links()[0]?.click());
  });
  close.addEventListener('click', () => made.close());
  made.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops: (Element | null)[] = [input, ...links()];
    const at = stops.indexOf(document.activeElement);
    event.preventDefault();
    const next = stops[Math.min(stops.length - 1, Math.max(0, at + step))];
    if (next instanceof HTMLElement) next.focus();
  });
  // Beside the dialog is its backdrop.
  made.addEventListener('click', ({ target }) => {
    if (target === made) made.close();
  });
  // A link to a part of this very page leaves the page open.
  results.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) made.close();
  });
  return made;
}

function section(document: Document, { title, hits }: Group): HTMLElement {
  const id = `search-${title.replaceAll(' ', '-').toLowerCase()}`;
  return el(
    document,
    'section',
    { 'aria-labelledby': id },
    el(document, 'h2', { id }, title),
    el(
      document,
      'ul',
      {},
      ...hits.map(({ title: name, note, url, code }) =>
        el(
          document,
          'li',
          {},
          el(
            document,
            'a',
            { href: url },
            el(document, code ? 'code' : 'span', { class: 'search-name' }, name),
            ' ',
            el(document, 'span', { class: 'search-note' }, note),
          ),
        ),
      ),
    ),
  );
}
