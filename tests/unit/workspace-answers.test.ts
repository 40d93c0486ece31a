import { parseHTML } from 'linkedom';
import { atom } from 'nanostores';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectAnswers } from '../../src/components/workspace-answers.ts';
import type { Form } from '../../src/runtime/exercise.ts';
import { openBuffers } from '../../src/stores/buffers.ts';
import { keeper } from '../../src/stores/storage.ts';
import { memory } from './stores-fake.ts';

const { window, document } = parseHTML('<!doctype html><html><body></body></html>');
const globals = ['Element', 'HTMLElement', 'HTMLSelectElement', 'HTMLInputElement'] as const;
const more = ['HTMLButtonElement'] as const;

class Key extends window.Event {
  key: string;
  constructor(key: string) {
    super('keydown', { bubbles: true, cancelable: true });
    this.key = key;
  }
}

beforeEach(() => {
  for (const name of [...globals, ...more]) vi.stubGlobal(name, window[name]);
});
afterEach(() => vi.unstubAllGlobals());

const ASIDE = `<div data-part="answers-broken"></div><p data-part="answers-left"></p>
  <ul data-part="marks"></ul><button data-action="as-text"></button>`;
const line = (number: number) =>
  `<div class="review-row" data-line="${number}"><button class="review-line"></button></div>`;
const REVIEW = `<div data-part="review">
  <section data-review="a.py">${[1, 2, 3].map(line).join('')}</section>
  <section data-review="b.py" hidden>${line(1)}</section></div>
  <aside data-part="answers">${ASIDE}</aside>`;
const PREDICT = `<aside data-part="answers">${ASIDE}<form data-part="questions">
  <p data-part="run-later"></p>
  <input type="number" name="first"><input type="number" name="second">
  <input type="radio" name="which" value="left"><input type="radio" name="which" value="right">
  </form></aside>`;

const review: Form = {
  kind: 'review',
  files: ['a.py', 'b.py'],
  reasons: [
    { id: 'race', text: 'Two may do it at once' },
    { id: 'money', text: 'Loses cents' },
  ],
};
const question = { text: '', unit: '', choices: [] };
const predict: Form = {
  kind: 'predict',
  questions: ['first', 'second', 'which'].map((id) => ({ ...question, id })),
};

/** A form on a page, bound to a text. */
async function opened(form: Form, html: string, text: string) {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.replaceChildren(root);
  const keep = keeper(() => memory());
  const files = { 'answers.toml': text };
  const buffers = openBuffers({ slug: 'demo', version: 'v1', files }, keep);
  const show = vi.fn();
  const $mayRun = atom(false);
  const cover = connectAnswers(root, { form, buffers, $mayRun, show });
  await vi.dynamicImportSettled();
  const find = (selector: string) => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  const fire = (selector: string, event: Event) => {
    const target = find(selector);
    // What browsers bring, and linkedom does not.
    target.scrollIntoView = () => {};
    target.dispatchEvent(event);
  };
  return {
    root,
    cover,
    show,
    $mayRun,
    buffers,
    find,
    fire,
    click: (selector: string) => fire(selector, new window.Event('click', { bubbles: true })),
    text: () => buffers.$buffers.get().files['answers.toml'],
    type: (next: string) => buffers.edit('answers.toml', next),
  };
}

describe('a review', () => {
  const LINE_2 = '[data-review="a.py"] [data-line="2"]';
  const text = '[[marks]]\nfile = "a.py"\nline = 2\nreason = "money"\n';
  beforeEach(() => {
    window.HTMLElement.prototype.scrollIntoView = () => {};
  });

  it('shows the marks of the text, with their reasons', async () => {
    const { find, root } = await opened(review, REVIEW, text);
    expect(find(`${LINE_2} .review-line`).getAttribute('aria-pressed')).toBe('true');
    expect(root.querySelectorAll('[aria-pressed=true]')).toHaveLength(1);
    expect(find(`${LINE_2} option[selected]`).textContent).toBe('Loses cents');
    expect(find('[data-part=marks]').textContent).toBe(
      'a.py, line 2Loses centsRemove the mark of a.py, line 2',
    );
    expect(find('[data-part=answers-left]').textContent).toBe('1 line marked.');
  });

  it('writes a mark and takes it back, by the same press', async () => {
    const { click, text: now, find, root } = await opened(review, REVIEW, '# Why?\n');
    click(`${LINE_2} .review-line`);
    expect(now()).toBe('# Why?\n[[marks]]\nfile = "a.py"\nline = 2\nreason = ""\n');
    expect(find('[data-part=answers-left]').textContent).toBe('1 line marked, 1 without a reason.');
    click(`${LINE_2} .review-line`);
    expect(now()).toBe('# Why?\nmarks = []\n');
    expect(root.querySelectorAll('select')).toHaveLength(0);
  });

  it('writes the reason that is picked', async () => {
    const { fire, find, text: now } = await opened(review, REVIEW, text);
    Object.defineProperty(find(`${LINE_2} select`), 'value', { value: 'race', writable: true });
    fire(`${LINE_2} select`, new window.Event('change', { bubbles: true }));
    expect(now()).toContain('reason = "race"');
    expect(find('[data-part=marks]').textContent).toContain('Two may do it at once');
  });

  it('removes a mark from the list, and goes to its line', async () => {
    const { click, show, text: now } = await opened(review, REVIEW, text);
    click('[data-part=marks] .place');
    expect(show).toHaveBeenCalledWith('a.py', 2);
    click('[data-part=marks] .notice-action');
    expect(now()).toBe('marks = []\n');
  });

  it('follows the text as it is typed', async () => {
    const { type, root } = await opened(review, REVIEW, '');
    type(text.replace('line = 2', 'line = 3'));
    const [pressed] = root.querySelectorAll('[aria-pressed=true]');
    expect(pressed?.closest('[data-line]')?.getAttribute('data-line')).toBe('3');
  });

  it('says that a text cannot be read, and does not write over it', async () => {
    const { find, click, type, text: now } = await opened(review, REVIEW, text);
    type('[[marks]\n');
    expect(find('[data-part=answers-broken]').textContent).toMatch(/^answers.toml cannot be read/);
    click(`${LINE_2} .review-line`);
    expect(now()).toBe('[[marks]\n');
    type(text);
    expect(find('[data-part=answers-broken]').textContent).toBe('');
  });

  it('covers the editor for its own files only', async () => {
    const { cover, find } = await opened(review, REVIEW, '');
    expect([cover?.show('b.py'), find('[data-review="a.py"]').hidden]).toEqual([true, true]);
    expect([cover?.show('main.py'), find('[data-part=review]').hidden]).toEqual([false, true]);
  });

  it('moves from line to line by the arrow keys', async () => {
    const { root, find } = await opened(review, REVIEW, '');
    const focused = vi.fn();
    const second = find(`${LINE_2} .review-line`);
    second.focus = focused;
    root.querySelector('.review-line')?.dispatchEvent(new Key('ArrowDown'));
    expect(focused).toHaveBeenCalledOnce();
    second.dispatchEvent(new window.Event('focusin', { bubbles: true }));
    expect(
      [...root.querySelectorAll('[data-review="a.py"] .review-line')].map((each) =>
        each.getAttribute('tabindex'),
      ),
    ).toEqual(['-1', '0', '-1']);
  });

  it('opens the text', async () => {
    const { click, show } = await opened(review, REVIEW, '');
    click('[data-action=as-text]');
    expect(show).toHaveBeenCalledWith('answers.toml');
  });
});

describe('a prediction', () => {
  const answers = '[answers]\nfirst = 51\nwhich = "right"\n';
  // linkedom knows no numbers in inputs.
  beforeEach(() => {
    Object.defineProperty(window.HTMLInputElement.prototype, 'valueAsNumber', {
      configurable: true,
      get(this: HTMLInputElement) {
        return this.value === '' ? Number.NaN : Number(this.value);
      },
    });
    Object.defineProperty(window.HTMLInputElement.prototype, 'validity', {
      configurable: true,
      value: { badInput: false },
    });
  });
  const input = () => new window.Event('input', { bubbles: true });

  it('shows the answers of the text', async () => {
    const { root } = await opened(predict, PREDICT, answers);
    const [first, second, left, right] = root.querySelectorAll('input');
    expect([first?.value, second?.value]).toEqual(['51', '']);
    expect([left?.checked, right?.checked]).toEqual([false, true]);
  });

  it('writes what is answered, in the order of the questions, and drops what is emptied', async () => {
    const { root, fire, text } = await opened(predict, PREDICT, answers);
    const [first, second] = root.querySelectorAll('input');
    if (!first || !second) throw new Error('the form has no fields');
    second.value = '2.5';
    fire('[name=second]', input());
    expect(text()).toBe('[answers]\nfirst = 51\nsecond = 2.5\nwhich = "right"\n');
    first.value = '';
    fire('[name=first]', input());
    expect(text()).toBe('[answers]\nsecond = 2.5\nwhich = "right"\n');
  });

  it('writes the choice that is picked, as its text', async () => {
    const { fire, text } = await opened(predict, PREDICT, answers);
    fire('[value=left]', input());
    expect(text()).toBe('[answers]\nfirst = 51\nwhich = "left"\n');
  });

  it('says that Run comes later, until it has come', async () => {
    const { find, $mayRun } = await opened(predict, PREDICT, '');
    expect(find('[data-part=run-later]').hidden).toBe(false);
    $mayRun.set(true);
    expect(find('[data-part=run-later]').hidden).toBe(true);
  });
});
