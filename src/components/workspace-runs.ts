import type { RunsView, RunsViewParts } from '../comparison/runs-view.ts';
import { el } from '../evidence/el.ts';
import type { Tool } from '../evidence/tabs.ts';
import type { Report } from '../runtime/report.ts';
import type { Buffers } from '../stores/buffers.ts';
import { openRuns } from '../stores/runs.ts';
import type { Session } from './workspace-session.ts';

export interface RunsParts extends Pick<RunsViewParts, 'color' | 'highlight'> {
  document: Document;
  session: Session;
  buffers: Buffers;
  /** The editable files of the starter. */
  starter: Readonly<Record<string, string>>;
  recorded: Report | null;
}

/** Keeps each run and check of this visit, and compares two of them in a tab of its own. */
export function connectRuns(parts: RunsParts): Tool {
  const { document, session, buffers } = parts;
  const runs = openRuns(parts.starter, parts.recorded);
  const panel = el(document, 'div', { class: 'runs' });
  const files = () => buffers.$buffers.get().files;
  let view: Promise<RunsView> | null = null;

  session.$result.listen((result) => {
    if (result.kind === 'live') runs.add(result.what, result.files, result.outcome);
  });
  buffers.$buffers.listen(() => void view?.then((it) => it.edited()));

  function open(): Promise<RunsView> {
    view ??= import('../comparison/runs-view.ts').then(({ createRunsView }) =>
      createRunsView(panel, {
        color: parts.color,
        highlight: parts.highlight,
        files,
        restore(texts) {
          for (const [path, text] of Object.entries(texts)) buffers.edit(path, text);
        },
      }),
    );
    return view;
  }

  function turned(): void {
    open()
      .then((it) => it.draw(runs.$runs.get()))
      .catch((error: unknown) => {
        view = null;
        console.warn('The comparison of runs did not load.', error);
        const words = 'This part did not load. Check your connection, then open the tab again.';
        panel.replaceChildren(el(document, 'p', { class: 'note', role: 'alert' }, words));
      });
  }

  return { key: 'runs', label: 'Runs', panel, turned };
}
