import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attach } from '../../src/evidence/behavior.ts';
import { mountPanel } from '../../src/evidence/mount.ts';
import { renderReport } from '../../src/evidence/render.ts';
import type { Outcome } from '../../src/runtime/state.ts';
import { nPlusOne, silent } from './evidence-reports.ts';

const { document, window } = parseHTML('<!doctype html><html><body></body></html>');
const globals = ['Element', 'CustomEvent', 'KeyboardEvent', 'MouseEvent'] as const;

/** A key press, as `attach` sees one; linkedom has no keyboard events of its own. */
class Key extends window.Event {
  readonly key: string;
  constructor(key: string) {
    super('keydown', { bubbles: true, cancelable: true });
    this.key = key;
  }
}

beforeEach(() => {
  for (const name of globals) vi.stubGlobal(name, window[name] ?? Key);
  vi.stubGlobal('KeyboardEvent', Key);
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function panel(): HTMLElement {
  const element = renderReport(document, nPlusOne(300), { id: 'r', entry: 'slow.py' });
  document.body.append(element);
  attach(element);
  return element;
}

function find(root: Element, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

describe('tools of a mounted panel', () => {
  const report = (): Outcome => ({ kind: 'report', report: nPlusOne(3) });
  const mounted = () => {
    const host = document.createElement('div');
    document.body.append(host);
    const turned = vi.fn();
    const content = document.createElement('p');
    const tools = [{ key: 'data', label: 'Data', panel: content, turned }];
    return { host, turned, content, panel: mountPanel(host, { id: 'r', tools }) };
  };
  const key = (host: HTMLElement) =>
    find(host, '[role=tab][aria-selected=true]').getAttribute('data-key');

  it('stand after the tabs of each result, with the same panel', () => {
    const { host, content, panel } = mounted();
    for (const outcome of [report(), report()]) {
      panel.show(outcome);
      const tabs = [...host.querySelectorAll('[role=tab]')].map((tab) => tab.textContent);
      expect(tabs).toEqual(['Output', 'Queries (4)', 'Timeline', 'Data']);
      expect(find(host, '#tools-panel-data').firstElementChild).toBe(content);
    }
  });

  it('stay when a result has no tabs', () => {
    const { host, panel } = mounted();
    panel.show({ kind: 'stopped' });
    expect(host.querySelectorAll('[role=tab]').length).toBe(1);
  });

  it('are told when they are turned to, and stay turned to when the same is run again', () => {
    const { host, turned, panel } = mounted();
    panel.show(report());
    find(host, '#tools-tab-data').dispatchEvent(new window.Event('click', { bubbles: true }));
    expect(turned).toHaveBeenCalledTimes(1);
    panel.show(report());
    expect(key(host)).toBe('data');
    expect(turned).toHaveBeenCalledTimes(2);
    panel.show({ kind: 'stopped' });
    panel.show(report());
    expect(key(host)).not.toBe('data');
  });
});

describe('an attached panel', () => {
  it('turns tabs with the arrow keys, round the end', () => {
    const element = panel();
    const all = [...element.querySelectorAll<HTMLElement>('[role=tab]')];
    const [first, last] = [all.at(0), all.at(-1)];
    first?.dispatchEvent(new Key('ArrowLeft'));
    expect(last?.getAttribute('aria-selected')).toBe('true');
    expect(first?.getAttribute('aria-selected')).toBe('false');
    expect(find(element, '#r-panel-timeline').hasAttribute('hidden')).toBe(false);
    expect(find(element, '#r-panel-output').hasAttribute('hidden')).toBe(true);
  });

  it('reads the tick that the keys lead to, and stops at the ends', () => {
    const strip = find(panel(), '.barcode-strip');
    const value = (key: string) => {
      strip.dispatchEvent(new Key(key));
      return strip.getAttribute('aria-valuenow');
    };
    expect(value('ArrowRight')).toBe('2');
    expect(strip.getAttribute('aria-valuetext')).toContain('Query 2, line 8');
    expect(find(document.body, '.barcode-readout').textContent).toContain('shop_customer');
    expect(value('PageUp')).toBe('12');
    expect(value('End')).toBe('301');
    expect(value('ArrowRight')).toBe('301');
    expect(value('Home')).toBe('1');
  });

  it('announces the place of a tick on Enter, and of a button on click', () => {
    const element = panel();
    const places: unknown[] = [];
    element.addEventListener('place', (event) => {
      places.push((event as CustomEvent).detail);
    });
    find(element, '.barcode-strip').dispatchEvent(new Key('End'));
    find(element, '.barcode-strip').dispatchEvent(new Key('Enter'));
    find(element, '.finding .place').click();
    expect(places).toEqual([
      { file: 'slow.py', line: 8 },
      { file: 'slow.py', line: 4 },
    ]);
  });
});

describe('a mounted panel', () => {
  const mounted = () => {
    const host = document.createElement('div');
    host.append(document.createElement('i'));
    document.body.append(host);
    return { host, panel: mountPanel(host, { id: 'r' }) };
  };

  it('keeps what it holds until something is shown, and announces that', () => {
    const { host, panel } = mounted();
    expect(host.querySelector('i')).not.toBeNull();
    panel.show({ kind: 'report', report: silent });
    expect(host.querySelector('i')).toBeNull();
    expect(host.querySelectorAll('.evidence')).toHaveLength(1);
    expect(host.querySelector('[role=status]')?.textContent).toMatch(/^It ran/);
  });

  it('shows no bar for a run of less than 150 ms', () => {
    vi.useFakeTimers();
    const { host, panel } = mounted();
    panel.progress({ kind: 'running', what: 'run' });
    vi.advanceTimersByTime(140);
    expect(host.querySelector('progress')).toBeNull();
    panel.progress({ kind: 'ready' });
    vi.advanceTimersByTime(500);
    expect(host.querySelector('progress')).toBeNull();
    panel.progress({ kind: 'running', what: 'run' });
    vi.advanceTimersByTime(160);
    expect(host.querySelector('progress')).not.toBeNull();
  });
});
