import type { Editor } from '../editor/editor.ts';
import type { Highlight } from '../evidence/sql.ts';
import type { Report } from '../runtime/report.ts';
import { part, type SnippetData } from './snippet-data.ts';
import type { SnippetEditor } from './snippet-editor.ts';
import { paintMarks, readMarks, showLine } from './static-code.ts';
import { lineMarks } from './workspace-marks.ts';

/** The code of a snippet: static at first, an editor once the reader wants one. */
export interface Source {
  text(): string;
  mark(report: Report): void;
  goto(line: number): void;
  edit(): Promise<void>;
  reset(): void;
  highlight: Highlight;
}

/** An editor grows with its text up to this; then it scrolls. */
const MOST_LINES = 30;

export function createSource(snippet: HTMLElement, data: SnippetData): Source {
  const { file } = data;
  const place = part(snippet, '[data-part=source]');
  const code = part(place, '.code');
  const original = [...code.querySelectorAll('.line')].map((line) => line.textContent).join('\n');
  let editor: Editor | null = null;
  let loaded: Promise<SnippetEditor> | null = null;

  const load = () => {
    loaded ??= import('./snippet-editor.ts').then(({ snippetEditor }) =>
      snippetEditor(data.editor),
    );
    return loaded;
  };
  return {
    text: () => editor?.value(file) ?? original,
    mark(report) {
      const marks = lineMarks(report, [file]);
      if (editor) editor.mark(marks);
      else paintMarks(code, marks, report);
    },
    goto(line) {
      if (editor) editor.goto({ file, line });
      else showLine(code, line);
    },
    async edit() {
      const { create, appearance, space, line } = await load();
      const host = document.createElement('div');
      const resize = (text: string) => {
        host.style.height = `${space + line * Math.min(MOST_LINES, text.split('\n').length)}px`;
      };
      resize(original);
      place.replaceChildren(host);
      editor = create(host, {
        files: [{ path: file, text: original, readOnly: false }],
        label: `Code of ${file}`,
        onChange: (_, text) => resize(text),
        appearance,
      });
      editor.open(file);
      editor.mark(readMarks(code, file));
      editor.focus();
    },
    reset() {
      editor?.replace(file, original);
      editor?.focus();
    },
    highlight: (sql) => load().then(({ highlightSql }) => highlightSql(sql)),
  };
}
