import { DEFAULT_PANES, type Panes, readPanes, SHARE, writePanes } from '../stores/panes.ts';
import type { Keeper } from '../stores/storage.ts';

/** Beside each other from here on; below, the text stands above code and result. */
const WIDE = matchMedia('(min-width: 1180px)');
const KEY_STEP = 2;

/**
 * Let the splitters be dragged, and moved by arrow keys, and remember where they stand. Each carries
 * `data-splits`: `text` (text from code) or `code` (code from result); its two sides are named by
 * `aria-controls`.
 */
export function movePanes(root: HTMLElement, keeper: Keeper): void {
  let panes = readPanes(keeper);
  const splitters = [...root.querySelectorAll<HTMLElement>('[role=separator]')];
  apply(panes);
  WIDE.addEventListener('change', () => apply(panes));

  function apply(next: Panes): void {
    panes = next;
    for (const [name, share] of Object.entries(panes)) {
      root.style.setProperty(`--${name}-share`, `${share}fr`);
      root.style.setProperty(`--${name}-rest`, `${100 - share}fr`);
    }
    for (const splitter of splitters) {
      splitter.setAttribute('aria-valuenow', String(Math.round(panes[nameOf(splitter)])));
      splitter.setAttribute('aria-orientation', isVertical(splitter) ? 'vertical' : 'horizontal');
    }
  }

  function set(name: keyof Panes, share: number): void {
    apply({ ...panes, [name]: Math.min(SHARE.most, Math.max(SHARE.least, share)) });
  }

  for (const splitter of splitters) {
    const name = nameOf(splitter);
    splitter.addEventListener('pointerdown', (down) => {
      const along = isVertical(splitter) ? 'clientX' : 'clientY';
      const [from, total] = [panes[name], extent(splitter)];
      splitter.setPointerCapture(down.pointerId);
      splitter.onpointermove = (move) => {
        set(name, from + ((move[along] - down[along]) / total) * 100);
      };
    });
    splitter.addEventListener('lostpointercapture', () => {
      splitter.onpointermove = null;
      writePanes(keeper, panes);
    });
    splitter.addEventListener('dblclick', () => {
      set(name, DEFAULT_PANES[name]);
      writePanes(keeper, panes);
    });
    splitter.addEventListener('keydown', (event) => {
      const share = afterKey(event.key, panes[name], isVertical(splitter));
      if (share === null) return;
      event.preventDefault();
      set(name, share);
      writePanes(keeper, panes);
    });
  }
}

function nameOf(splitter: HTMLElement): keyof Panes {
  return splitter.dataset.splits === 'text' ? 'text' : 'code';
}

/** The text's splitter stands upright in the wide layout and lies in the narrow one. */
function isVertical(splitter: HTMLElement): boolean {
  return (nameOf(splitter) === 'text') === WIDE.matches;
}

/** The pixels that both sides of a splitter have together. */
function extent(splitter: HTMLElement): number {
  const size = isVertical(splitter) ? 'offsetWidth' : 'offsetHeight';
  const ids = splitter.getAttribute('aria-controls')?.split(' ') ?? [];
  const sides = ids.map((id) => splitter.ownerDocument.getElementById(id)?.[size] ?? 0);
  return sides.reduce((sum, side) => sum + side, 0) || 1;
}

function afterKey(key: string, share: number, vertical: boolean): number | null {
  switch (key) {
    case 'Home':
      return SHARE.least;
    case 'End':
      return SHARE.most;
    case vertical ? 'ArrowLeft' : 'ArrowUp':
      return share - KEY_STEP;
    case vertical ? 'ArrowRight' : 'ArrowDown':
      return share + KEY_STEP;
    default:
      return null;
  }
}
