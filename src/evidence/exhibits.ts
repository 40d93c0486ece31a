import type { Exhibit } from '../runtime/report.ts';
import { type Highlight, paintSql, sqlBlock } from './sql.ts';
import { dataTable } from './table.ts';
import type { Tab } from './tabs.ts';

function codeBlock(
  document: Document,
  { title, language, text }: Exhibit & { kind: 'code' },
  highlight: Highlight | null,
): HTMLElement {
  const block = sqlBlock(document, text, title);
  if (language === 'sql' && highlight) paintSql(block, highlight);
  return block;
}

/** What a grading lays on the table, each as a tab under its own title. */
export function exhibitTabs(
  document: Document,
  exhibits: readonly Exhibit[],
  highlight: Highlight | null,
): Tab[] {
  return exhibits.map((exhibit, index) => ({
    key: `exhibit-${index}`,
    label: exhibit.title,
    panel:
      exhibit.kind === 'code'
        ? codeBlock(document, exhibit, highlight)
        : dataTable(document, exhibit, exhibit.title),
  }));
}
