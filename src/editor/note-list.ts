import type { LineMark } from './editor.ts';
import type { Problem } from './language.ts';

/** Something to say about a line, under an editor that has no room beside it. */
interface Note {
  line: number;
  kind: LineMark['kind'] | Problem['severity'];
  text: string;
}

export interface NoteList {
  element: HTMLElement;
  /** The notes of the file that is open. */
  show(marks: readonly LineMark[], problems: readonly Problem[]): void;
}

/** What a run and a reader said of lines, as buttons that lead there; nothing when there is nothing. */
export function noteList(document: Document, goto: (line: number) => void): NoteList {
  const element = document.createElement('ul');
  element.className = 'plain-marks';
  let drawn = '';

  return {
    element,
    show(marks, problems) {
      const notes = [...problems.map(problemNote), ...marks.map(markNote)];
      const signature = JSON.stringify(notes);
      // A list that is drawn anew loses the focus that is in it.
      if (signature === drawn) return;
      drawn = signature;
      element.setAttribute('aria-label', nameOf(problems.length));
      element.replaceChildren(...notes.map((note) => item(document, note, goto)));
    },
  };
}

function nameOf(problems: number): string {
  return problems > 0 ? 'Problems and what the last run said of lines' : 'The last run, by line';
}

function problemNote({ line, severity, code, message }: Problem): Note {
  return { line, kind: severity, text: code ? `${message} (${code})` : message };
}

function markNote({ line, kind, label, message }: LineMark): Note {
  return { line, kind, text: message?.split('\n')[0] ?? label };
}

function item(
  document: Document,
  { line, kind, text }: Note,
  goto: (line: number) => void,
): HTMLElement {
  const entry = document.createElement('li');
  const go = document.createElement('button');
  go.type = 'button';
  go.className = `line-label line-label-${kind}`;
  go.textContent = `Line ${line}: ${text}`;
  go.addEventListener('click', () => goto(line));
  entry.append(go);
  return entry;
}
