import { el } from '../evidence/el.ts';
import { mountPanel } from '../evidence/mount.ts';
import { renderFailure } from '../evidence/outcome.ts';
import type { Highlight } from '../evidence/sql.ts';
import type { Tool } from '../evidence/tabs.ts';
import type { PlatformError, Runtime } from '../runtime/state.ts';
import { part } from './workspace-data.ts';
import type { FilesView } from './workspace-files.ts';
import { lineMarks, outcomeBadge, reportBadge } from './workspace-marks.ts';
import type { Session } from './workspace-session.ts';
import type { Views } from './workspace-views.ts';

export interface ResultParts {
  session: Session;
  runtime: Runtime;
  files: FilesView;
  views: Views;
  /** Files whose lines can be marked. */
  shown: readonly string[];
  highlight: Highlight;
  /** The tab that a run opens with. */
  show: 'queries' | 'output' | null;
  /** Tabs of the workspace beside those of each result. */
  tools: readonly Tool[];
  /** The recorded result is of the text in the editor. */
  untouched: boolean;
}

/** Show what runs come to: in the panel, at the lines of the code, and on the small screen's tab. */
export function connectResult(root: HTMLElement, parts: ResultParts): void {
  const { session, runtime, files, views, shown } = parts;
  const host = part(root, '[data-part=result]', HTMLElement);
  const pane = part(root, '[data-pane=result]', HTMLElement);
  const next = part(root, '[data-part=next]', HTMLElement);
  // No file is named as the one that was run: with several of them, each line says whose it is.
  const panel = mountPanel(host, {
    id: 'result',
    highlight: parts.highlight,
    show: parts.show,
    tools: parts.tools,
  });
  host.addEventListener('place', (event) => {
    if (!(event instanceof CustomEvent)) return;
    views.show('code');
    files.goto(event.detail);
  });

  session.$activity.listen(({ kind }) => {
    if (kind === 'busy') views.show('result');
  });
  session.$result.subscribe((result) => {
    if (result.kind === 'none') return;
    if (result.kind === 'recorded') {
      views.badge(reportBadge(result.report));
      if (parts.untouched) files.mark(lineMarks(result.report, shown));
      return;
    }
    const { outcome } = result;
    panel.show(outcome);
    // The verdict comes first, wherever the last result was left.
    pane.scrollTop = 0;
    const report = outcome.kind === 'report' ? outcome.report : null;
    if (report?.verdict?.passed) {
      next.hidden = false;
      host.querySelector('.headline')?.append(next);
    }
    views.badge(outcomeBadge(outcome));
    files.mark(report ? lineMarks(report, shown) : []);
  });
  connectState(root, runtime, session, panel.progress);
}

/** The runtime's own fate: loading, and when it cannot, why, and a way to try again. */
function connectState(
  root: HTMLElement,
  runtime: Runtime,
  session: Session,
  progress: ReturnType<typeof mountPanel>['progress'],
): void {
  const place = part(root, '[data-part=failure]', HTMLElement);
  const document = root.ownerDocument;
  runtime.$state.subscribe((state) => {
    progress(state);
    if (state.kind !== 'failed') {
      place.replaceChildren();
      return;
    }
    const again = el(document, 'button', { type: 'button', class: 'notice-action' }, 'Try again');
    again.addEventListener('click', session.open);
    place.replaceChildren(
      ...(isShown(session, state.error) ? [] : [renderFailure(document, state.error)]),
      again,
    );
  });
}

/** A run that failed with the runtime has said so already, as its result. */
function isShown(session: Session, error: PlatformError): boolean {
  const result = session.$result.get();
  return (
    result.kind === 'live' &&
    result.outcome.kind === 'crashed' &&
    result.outcome.error.what === error.what
  );
}
