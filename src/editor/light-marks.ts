import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutter,
  hoverTooltip,
  showTooltip,
  type Tooltip,
  WidgetType,
} from '@codemirror/view';
import type { LineMark } from './editor.ts';
import { shortened } from './mark-words.ts';

/** A mark that moves with its line; `text` is what the line said when the run was. */
interface Standing {
  at: number;
  text: string;
  mark: LineMark;
}

const setMarks = StateEffect.define<readonly LineMark[]>();
const askAt = StateEffect.define<number | null>();

const standing = StateField.define<readonly Standing[]>({
  create: () => [],
  update(marks, { effects, changes, docChanged, state }) {
    let next = marks;
    if (docChanged) {
      next = marks
        .map((each) => ({ ...each, at: changes.mapPos(each.at) }))
        // What a run said about a line holds until that line is changed.
        .filter(({ at, text }) => state.doc.lineAt(at).text === text);
    }
    for (const effect of effects) {
      if (!effect.is(setMarks)) continue;
      next = effect.value
        .filter(({ line }) => line >= 1 && line <= state.doc.lines)
        .map((mark) => {
          const { from, text } = state.doc.line(mark.line);
          return { at: from, text, mark };
        });
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (marks) => {
      const lines = marks.map(({ at, mark }) =>
        Decoration.line({ class: `line-mark-${mark.kind} line-heat-${mark.heat ?? 0}` }).range(at),
      );
      const labels = marks.map(({ at, text, mark }) =>
        Decoration.widget({ widget: new Label(mark), side: 1 }).range(at + text.length),
      );
      return RangeSet.of([...lines, ...labels], true);
    }),
  ],
});

/** What the line under this position was marked with; shown once, until the next change or press. */
const asked = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, docChanged, state }) {
    for (const effect of effects) {
      if (!effect.is(askAt)) continue;
      return effect.value === null ? null : tooltipAt(state.field(standing), effect.value);
    }
    return docChanged ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

function tooltipAt(marks: readonly Standing[], at: number): Tooltip | null {
  const found = marks.filter(({ at: from, text }) => at >= from && at <= from + text.length);
  const words = found.filter(({ mark }) => mark.statements?.length || mark.message);
  if (words.length === 0) return null;
  return {
    pos: at,
    above: false,
    create: () => ({ dom: asElement(words.map(({ mark }) => mark)) }),
  };
}

/** SQL and messages as text: they come from a run. */
function asElement(marks: readonly LineMark[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'light-asked';
  box.setAttribute('role', 'status');
  // Long SQL scrolls, by keys too.
  box.tabIndex = 0;
  const say = (tag: 'p' | 'pre', text: string) => {
    const element = document.createElement(tag);
    element.textContent = text;
    box.append(element);
  };
  for (const { message, statements = [], others = 0 } of marks) {
    if (message) say('p', message);
    for (const { note, sql } of statements) {
      say('p', note);
      say('pre', shortened(sql));
    }
    if (others > 0) say('p', `And ${others} more: the result lists them.`);
  }
  return box;
}

class Label extends WidgetType {
  readonly mark: LineMark;
  constructor(mark: LineMark) {
    super();
    this.mark = mark;
  }
  override eq({ mark }: Label): boolean {
    return mark.label === this.mark.label && mark.kind === this.mark.kind;
  }
  override toDOM(): HTMLElement {
    const label = document.createElement('span');
    label.className = `line-label line-label-${this.mark.kind}`;
    label.textContent = this.mark.label;
    return label;
  }
}

class Sign extends GutterMarker {
  readonly mark: LineMark;
  constructor(mark: LineMark) {
    super();
    this.mark = mark;
  }
  override eq({ mark }: Sign): boolean {
    return mark.sign === this.mark.sign && mark.kind === this.mark.kind;
  }
  override toDOM(): Node {
    const sign = document.createElement('span');
    sign.className = `light-sign light-sign-${this.mark.kind} line-heat-${this.mark.heat ?? 0}`;
    sign.textContent = this.mark.kind === 'error' ? '!' : (this.mark.sign ?? '');
    return sign;
  }
}

/** The widest sign, so that the text stays where it is when signs come. */
class Room extends GutterMarker {
  override toDOM(): Node {
    const sign = document.createElement('span');
    sign.className = 'light-sign line-heat-4';
    sign.textContent = '9.9k×';
    return sign;
  }
}

const signs = gutter({
  class: 'light-signs',
  markers: (view) =>
    RangeSet.of(
      view.state.field(standing).map(({ at, mark }) => new Sign(mark).range(at)),
      true,
    ),
  initialSpacer: () => new Room(),
  domEventHandlers: {
    click(view, { from }) {
      ask(view, from);
      return true;
    },
  },
});

/** Marks in the margin and after the lines; a press on a sign, or pointing at the line, tells more. */
export const lineMarks: Extension = [
  standing,
  asked,
  signs,
  hoverTooltip((view, at) => tooltipAt(view.state.field(standing), at), { hoverTime: 350 }),
];

export function showMarks(view: EditorView, marks: readonly LineMark[]): void {
  view.dispatch({ effects: setMarks.of(marks) });
}

/** The marks whose lines still say what they said, at the lines where they are now. */
export function marksOf(view: EditorView): LineMark[] {
  return view.state
    .field(standing)
    .map(({ at, mark }) => ({ ...mark, line: view.state.doc.lineAt(at).number }));
}

/** Show what is known of the line here; the same again puts it away. */
export function ask(view: EditorView, at = view.state.selection.main.head): void {
  const line = view.state.doc.lineAt(at);
  const open = view.state.field(asked)?.pos === line.from;
  view.dispatch({ effects: askAt.of(open ? null : line.from) });
}

/** True when something was open. */
export function putAway(view: EditorView): boolean {
  if (!view.state.field(asked)) return false;
  view.dispatch({ effects: askAt.of(null) });
  return true;
}
