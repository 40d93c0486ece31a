import type { ColorText } from '../comparison/files.ts';
import { el } from '../evidence/el.ts';
import type { Choice } from './history-choices.ts';
import { changeWords } from './history-words.ts';
import { part } from './workspace-data.ts';

export interface HistoryView {
  color: ColorText;
  restore: (path: string, text: string, name: string) => void;
}

/** Too narrow for two columns of code beside the list below this. */
const WIDE = matchMedia('(min-width: 1180px)');

/** The dialog's list of versions, and the difference of the chosen one to the text as it is. */
export function createHistoryView(dialog: HTMLDialogElement, { color, restore }: HistoryView) {
  const document = dialog.ownerDocument;
  const list = part(dialog, '[data-part=history-list]', HTMLFieldSetElement);
  const legend = part(list, 'legend', HTMLLegendElement);
  const said = part(dialog, '[data-part=history-said]', HTMLElement);
  const place = part(dialog, '[data-part=history-diff]', HTMLElement);
  const button = part(dialog, '[data-action=restore]', HTMLButtonElement);
  let shown: { path: string; now: Choice; chosen: Choice } | null = null;

  async function choose(path: string, now: Choice, chosen: Choice): Promise<void> {
    const mine = { path, now, chosen };
    shown = mine;
    button.hidden = chosen.text === now.text;
    try {
      const drawn = await difference(document, mine, color);
      // A later choice may have been drawn meanwhile.
      if (shown !== mine) return;
      said.textContent = drawn.words;
      place.replaceChildren(drawn.table);
    } catch (error) {
      console.warn('The comparison did not load.', error);
      said.textContent = 'The comparison did not load. Check your connection and choose again.';
    }
  }

  button.addEventListener('click', () => {
    if (shown) restore(shown.path, shown.chosen.text, shown.chosen.name);
  });
  WIDE.addEventListener('change', () => {
    if (shown && dialog.open) void choose(shown.path, shown.now, shown.chosen);
  });

  return {
    async show(path: string, choices: readonly [Choice, ...Choice[]]): Promise<void> {
      const [now] = choices;
      const first = choices.find(({ group }) => group === 'Earlier versions') ?? choices[1] ?? now;
      const rows = choices.map((choice, index) => {
        const before = choices[index - 1];
        const head = choice.group === before?.group ? [] : [el(document, 'h3', {}, choice.group)];
        return [...head, row(choice, choice === first, () => void choose(path, now, choice))];
      });
      list.replaceChildren(legend, ...rows.flat());
      if (choices.every(({ group }) => group === 'This file')) list.append(nothingYet());
      await choose(path, now, first);
    },
  };

  function row(choice: Choice, checked: boolean, chosen: () => void): HTMLElement {
    const input = el(document, 'input', { type: 'radio', name: 'version', checked });
    input.addEventListener('change', chosen);
    return el(
      document,
      'label',
      { class: 'history-choice' },
      input,
      el(document, 'span', { class: 'history-name' }, choice.name),
      choice.when === '' ? null : el(document, 'span', { class: 'history-when' }, choice.when),
    );
  }

  function nothingYet(): HTMLElement {
    const words = 'No earlier versions yet. Each run and each check keeps one.';
    return el(document, 'p', { class: 'history-none' }, words);
  }
}

/** The whole text where nothing differs, so that there is always something to read. */
async function difference(
  document: Document,
  { path, now, chosen }: { path: string; now: Choice; chosen: Choice },
  color: ColorText,
): Promise<{ words: string; table: HTMLElement }> {
  const [{ differenceOf }, { differenceTable, namesOf }] = await Promise.all([
    import('../comparison/difference.ts'),
    import('../comparison/table.ts'),
  ]);
  const rows = differenceOf(now.text, chosen.text);
  const changed = rows.filter(({ kind }) => kind === 'changed');
  const colored = async (text: string) => (path.endsWith('.py') ? color(text) : []);
  const table = differenceTable(document, rows, {
    layout: WIDE.matches ? 'split' : 'unified',
    caption: `${path}: your text now, and ${chosen.name.toLowerCase()}`,
    names: namesOf('Now', chosen.name),
    colors: { yours: await colored(now.text), solution: await colored(chosen.text) },
  });
  const words = changeWords(
    changed.filter(({ yours }) => yours).length,
    changed.filter(({ solution }) => solution).length,
  );
  return { words: chosen === now ? 'This is your text as it is now.' : words, table };
}
