import { type editor, type IDisposable, languages, type Position } from 'monaco-editor/editor';
import type { Completion, Language, Signature } from './language.ts';
import { fenced } from './mark-words.ts';

interface Known {
  language: Language;
  path: string;
}

const known = new WeakMap<editor.ITextModel, Known>();
let registered = false;

/** What one can complete after; Monaco asks by itself after letters. */
const COMPLETE_AFTER = ['.', '(', '"', "'", '_', ',', '@'];

/** Let this model ask a language about its file. */
export function teach(model: editor.ITextModel, language: Language, path: string): IDisposable {
  register();
  known.set(model, { language, path });
  return { dispose: () => known.delete(model) };
}

/** Once a page: Monaco's providers are global, and find the model's own language. */
function register(): void {
  if (registered) return;
  registered = true;
  languages.registerCompletionItemProvider('python', {
    triggerCharacters: COMPLETE_AFTER,
    async provideCompletionItems(model, position, _, token) {
      const found = await ask(model, position, token, ({ complete }, ...at) => complete(...at));
      return { suggestions: (found ?? []).map((each, index) => item(each, index, position)) };
    },
  });
  languages.registerSignatureHelpProvider('python', {
    signatureHelpTriggerCharacters: ['(', ','],
    signatureHelpRetriggerCharacters: [')'],
    async provideSignatureHelp(model, position, token) {
      const found = await ask(model, position, token, ({ signature }, ...at) => signature(...at));
      return found && { value: help(found), dispose: () => {} };
    },
  });
  languages.registerHoverProvider('python', {
    async provideHover(model, position, token) {
      const words = await ask(model, position, token, ({ describe }, ...at) => describe(...at));
      // A fence, because what is said comes from the learner's own project.
      return words ? { contents: [{ value: fenced(words, 'text') }] } : null;
    },
  });
}

type Ask<T> = (language: Language, path: string, text: string, offset: number) => Promise<T>;

/**
 * An answer that Monaco does not want any more is none: it cancels when the caret has left the word. While
 * the word grows it keeps the answer and filters it, so that a slow one is of use to a fast typist.
 */
async function ask<T>(
  model: editor.ITextModel,
  position: Position,
  token: { readonly isCancellationRequested: boolean },
  question: Ask<T>,
): Promise<T | null> {
  const entry = known.get(model);
  if (!entry) return null;
  try {
    const text = model.getValue();
    const answer = await question(entry.language, entry.path, text, model.getOffsetAt(position));
    return token.isCancellationRequested || model.isDisposed() ? null : answer;
  } catch (error) {
    // Code can be written without help, so nobody is told.
    console.warn('The code could not be read.', error);
    return null;
  }
}

const { CompletionItemKind: Kind } = languages;

const KINDS: Readonly<Record<Completion['kind'], languages.CompletionItemKind>> = {
  field: Kind.Field,
  relation: Kind.Reference,
  lookup: Kind.Operator,
  method: Kind.Method,
  function: Kind.Function,
  class: Kind.Class,
  module: Kind.Module,
  keyword: Kind.Keyword,
  variable: Kind.Variable,
};

function item(
  { label, kind, insert, replace, detail, documentation }: Completion,
  index: number,
  { lineNumber, column }: Position,
): languages.CompletionItem {
  return {
    label: { label, description: detail },
    kind: KINDS[kind],
    insertText: insert,
    filterText: insert,
    // The language's own order: it knows what fits best.
    sortText: String(index).padStart(5, '0'),
    ...(documentation && { documentation }),
    range: {
      startLineNumber: lineNumber,
      startColumn: Math.max(1, column - replace),
      endLineNumber: lineNumber,
      endColumn: column,
    },
  };
}

function help({ label, parameters, active, documentation }: Signature): languages.SignatureHelp {
  return {
    signatures: [
      {
        label,
        ...(documentation && { documentation }),
        parameters: parameters.map((parameter) => ({ label: parameter })),
      },
    ],
    activeSignature: 0,
    activeParameter: Math.max(0, active),
  };
}
