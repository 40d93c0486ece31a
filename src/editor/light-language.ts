import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  type Completion as Option,
} from '@codemirror/autocomplete';
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Completion, Language, Signature } from './language.ts';

/** The popup's signs for kinds; a relation has none of its own. */
const TYPES: Readonly<Record<Completion['kind'], string>> = {
  field: 'property',
  relation: 'property',
  lookup: 'keyword',
  method: 'method',
  function: 'function',
  class: 'class',
  module: 'namespace',
  keyword: 'keyword',
  variable: 'variable',
};

/**
 * Completion, signatures and explanations for a file. What comes late is dropped, and what fails is no
 * answer: code can be written without help.
 */
export function languageSupport(language: Language, path: string): Extension {
  const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
    if (!context.explicit && !context.matchBefore(/[\w.("'@]$/)) return null;
    const text = context.state.doc.toString();
    const found = await language.complete(path, text, context.pos).catch(() => []);
    const [first] = found;
    if (context.aborted || !first) return null;
    return {
      from: Math.max(0, context.pos - first.replace),
      options: found.map(option),
      validFor: /^\w*$/,
    };
  };
  return [
    autocompletion({ override: [complete], icons: false }),
    signatures(language, path),
    hoverTooltip(async (view, pos) => {
      const words = await language.describe(path, view.state.doc.toString(), pos).catch(() => null);
      return words === null ? null : { pos, create: () => ({ dom: box('light-asked', words) }) };
    }),
  ];
}

function option({ label, kind, insert, detail, documentation }: Completion, index: number): Option {
  return {
    label: insert,
    displayLabel: label,
    type: TYPES[kind],
    // The language's own order, as far as the popup lets it.
    boost: -Math.min(99, index),
    ...(detail && { detail }),
    ...(documentation && { info: documentation }),
  };
}

const setSignature = StateEffect.define<Tooltip | null>();

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects }) {
    for (const effect of effects) if (effect.is(setSignature)) return effect.value;
    return tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/** The signature of the call that the caret is in, asked for after a bracket or a comma. */
function signatures(language: Language, path: string): Extension {
  let newest = 0;
  const plugin = ViewPlugin.define((view) => ({
    async update({ docChanged, selectionSet, state }: ViewUpdate) {
      if (!docChanged && !selectionSet) return;
      const { head } = state.selection.main;
      const typed = state.sliceDoc(Math.max(0, head - 1), head);
      const open = state.field(shown) !== null;
      if (!open && !(docChanged && /[(,]/.test(typed))) return;
      newest += 1;
      const question = newest;
      const found = await language.signature(path, state.doc.toString(), head).catch(() => null);
      if (question !== newest) return;
      view.dispatch({ effects: setSignature.of(found && tooltip(found, head)) });
    },
  }));
  const leave = EditorView.domEventHandlers({
    blur(_, view) {
      newest += 1;
      if (view.state.field(shown)) view.dispatch({ effects: setSignature.of(null) });
      return false;
    },
  });
  return [shown, plugin, leave];
}

function tooltip({ label, parameters, active }: Signature, pos: number): Tooltip {
  const parameter = parameters[active];
  return {
    pos,
    above: true,
    create() {
      const dom = box('light-signature', parameter ? '' : label);
      const at = parameter ? label.indexOf(parameter) : -1;
      if (parameter && at >= 0) {
        const current = document.createElement('strong');
        current.textContent = parameter;
        dom.append(label.slice(0, at), current, label.slice(at + parameter.length));
      } else if (parameter) dom.textContent = label;
      return { dom };
    },
  };
}

function box(name: string, text: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = name;
  dom.textContent = text;
  return dom;
}
