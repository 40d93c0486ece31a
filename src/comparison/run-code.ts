import { el } from '../evidence/el.ts';
import { counted } from '../evidence/words.ts';
import type { Files } from '../runtime/protocol.ts';
import { differenceOf } from './difference.ts';
import type { ColorText } from './files.ts';
import { differenceTable, type Layout, namesOf } from './table.ts';

const NAMES = namesOf('Before', 'After');

/** What differs between the files of two runs; only those that do are shown. */
export async function codeDifference(
  document: Document,
  before: Files,
  after: Files,
  { layout, color }: { layout: Layout; color: ColorText },
): Promise<HTMLElement[]> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => before[path] !== after[path]);
  if (changed.length === 0) {
    return [el(document, 'p', { class: 'note' }, 'Both ran the same code.')];
  }
  const colored = async (path: string, text: string) => {
    // Without colors the lines can still be read.
    return path.endsWith('.py') ? Promise.resolve(color(text)).catch(() => []) : [];
  };
  return Promise.all(
    changed.map(async (path) => {
      const [one, other] = [before[path] ?? '', after[path] ?? ''];
      const rows = differenceOf(one, other);
      const lines = rows.filter(({ kind }) => kind === 'changed');
      const gone = lines.filter(({ yours }) => yours).length;
      const come = lines.filter(({ solution }) => solution).length;
      const colors = { yours: await colored(path, one), solution: await colored(path, other) };
      return el(
        document,
        'div',
        { class: 'run-file', role: 'group', 'aria-label': path },
        el(
          document,
          'p',
          { class: 'run-file-head' },
          el(document, 'code', {}, path),
          ` ${counted(gone, 'line')} removed, ${counted(come, 'line')} added`,
        ),
        differenceTable(document, rows, {
          layout,
          caption: `${path}: lines before and after`,
          colors,
          names: NAMES,
        }),
      );
    }),
  );
}
