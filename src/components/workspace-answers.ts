import type { ReadableAtom } from 'nanostores';
import type { Read } from '../answers/toml.ts';
import { ANSWERS, type Form } from '../runtime/exercise.ts';
import type { Buffers } from '../stores/buffers.ts';
import { part } from './workspace-data.ts';
import type { Cover } from './workspace-files.ts';
import { createPredict } from './workspace-predict.ts';
import { createReview } from './workspace-review.ts';

export interface AnswersParts {
  form: Form;
  buffers: Buffers;
  $mayRun: ReadableAtom<boolean>;
  /** Open a file of the workspace, at a line if one is named. */
  show: (path: string, line?: number) => void;
}

/** The reader and writer of TOML: only exercises with a form need it. */
type Toml = typeof import('../answers/toml.ts');

/** Reads the text of the answer and, when it can be read, shows it in the form. */
type Reader = (toml: Toml, text: string) => Read<unknown>;

/**
 * Bind the form of an answer to `answers.toml`: what is typed there and what is picked here are the
 * same. Returns what covers the editor for some files; null where nothing does.
 */
export function connectAnswers(root: HTMLElement, parts: AnswersParts): Cover | null {
  const { form, buffers, show } = parts;
  if (form.kind === 'code') return null;
  const aside = part(root, '[data-part=answers]', HTMLElement);
  const broken = part(root, '[data-part=answers-broken]', HTMLElement);
  const text = () => buffers.$buffers.get().files[ANSWERS] ?? '';
  let toml: Toml | null = null;

  part(root, '[data-action=as-text]', HTMLButtonElement).addEventListener('click', () =>
    show(ANSWERS),
  );
  // A text that cannot be read must not be written over.
  const write = (next: (loaded: Toml) => string) => {
    if (toml && !aside.hasAttribute('data-broken')) buffers.edit(ANSWERS, next(toml));
  };
  const [cover, read] = form.kind === 'review' ? review(form) : predict(form);

  function review(marked: Extract<Form, { kind: 'review' }>): [Cover, Reader] {
    const view = createReview(root, {
      form: marked,
      changed: (marks) => write(({ writeMarks }) => writeMarks(marks, text())),
      goto: ({ file, line }) => show(file, line),
    });
    return [view, ({ readMarks }, now) => drawn(readMarks(now), view.draw)];
  }

  function predict(asked: Extract<Form, { kind: 'predict' }>): [null, Reader] {
    const later = part(root, '[data-part=run-later]', HTMLElement);
    parts.$mayRun.subscribe((mayRun) => {
      later.hidden = mayRun;
    });
    const view = createPredict(root, asked, (answers) =>
      write(({ writePredictions }) => writePredictions(answers, text())),
    );
    return [null, ({ readPredictions }, now) => drawn(readPredictions(now), view.draw)];
  }

  function draw(): void {
    if (!toml) return;
    const result = read(toml, text());
    const what = result.kind === 'broken' ? result.what : '';
    aside.toggleAttribute('data-broken', result.kind === 'broken');
    const words = what && `${what} Mend it as text, or reset it.`;
    if (broken.textContent !== words) broken.textContent = words;
  }

  buffers.$buffers.listen(draw);
  import('../answers/toml.ts').then(
    (loaded) => {
      toml = loaded;
      draw();
    },
    (error: unknown) => {
      console.warn('The form did not load.', error);
      broken.textContent =
        'The form did not load. Edit your answer as text, or load the page again.';
    },
  );
  return cover;
}

function drawn<T>(read: Read<T>, draw: (value: T) => void): Read<T> {
  if (read.kind === 'read') draw(read.value);
  return read;
}
