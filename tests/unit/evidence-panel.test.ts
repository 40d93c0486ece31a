import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attach } from '../../src/evidence/behavior.ts';
import { mountPanel } from '../../src/evidence/mount.ts';
import { renderReport } from '../../src/evidence/render.ts';
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

describe('an attached panel', () => {
  it('turns tabs with the arrow keys, round the end', () => {
    const element = panel();
    const [first, second] = [...element.querySelectorAll<HTMLElement>('[role=tab]')];
    first?.dispatchEvent(new Key('ArrowLeft'));
    expect(second?.getAttribute('aria-selected')).toBe('true');
    expect(first?.getAttribute('aria-selected')).toBe('false');
    expect(find(element, '#r-panel-queries').hasAttribute('hidden')).toBe(false);
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
