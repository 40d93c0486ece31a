import type { Exhibit } from '../runtime/report.ts';
import { cacheView } from './cache-view.ts';
import { httpView } from './http-view.ts';
import { logView } from './log-view.ts';
import { migrationView } from './migration-view.ts';
import { raceView } from './race-view.ts';
import { paintSql, sqlBlock } from './sql.ts';
import { dataTable } from './table.ts';
import type { Tab } from './tabs.ts';
import { taskView } from './task-view.ts';
import { testView } from './test-view.ts';
import type { ViewOptions } from './view.ts';

function codeBlock(
  document: Document,
  { title, language, text }: Exhibit & { kind: 'code' },
  { highlight }: ViewOptions,
): HTMLElement {
  const block = sqlBlock(document, text, title);
  if (language === 'sql' && highlight) paintSql(block, highlight);
  return block;
}

function view(document: Document, exhibit: Exhibit, options: ViewOptions): HTMLElement {
  switch (exhibit.kind) {
    case 'code':
      return codeBlock(document, exhibit, options);
    case 'table':
      return dataTable(document, exhibit, exhibit.title);
    case 'http':
      return httpView(document, exhibit, options);
    case 'migrations':
      return migrationView(document, exhibit, options);
    case 'cache':
      return cacheView(document, exhibit);
    case 'tasks':
      return taskView(document, exhibit);
    case 'logs':
      return logView(document, exhibit.records, options.entry);
    case 'tests':
      return testView(document, exhibit, options);
    case 'race':
      return raceView(document, exhibit, options);
  }
}

/** What a grading lays on the table, each as a tab under its own title. */
export function exhibitTabs(
  document: Document,
  exhibits: readonly Exhibit[],
  options: ViewOptions,
): Tab[] {
  return exhibits.map((exhibit, index) => {
    const alike = exhibits.slice(0, index).filter(({ title }) => title === exhibit.title).length;
    return {
      key: `exhibit-${index}`,
      label: alike === 0 ? exhibit.title : `${exhibit.title} (${alike + 1})`,
      panel: view(document, exhibit, options),
    };
  });
}
